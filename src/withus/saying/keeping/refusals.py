"""Why an entry or a command about the record cannot go on, and what to do next."""

from withus.core.errors import Refusal
from withus.core.rules.deciding import MayNotDecide
from withus.core.rules.situation import NotAllowed
from withus.saying import programs
from withus.saying.answering import refusals as answering
from withus.saying.deciding import may_decide, refused
from withus.saying.deciding import refusals as rules
from withus.saying.drafting import refusals as drafting
from withus.saying.framing import refusals as framing
from withus.saying.inviting import refusals as inviting
from withus.saying.joining import rights
from withus.saying.keeping import witness
from withus.saying.language import _
from withus.saying.meeting import refusals as meeting
from withus.saying.practising import refusals as practising
from withus.saying.setting_up import refusals as setting_up


def line(refusal: Refusal) -> str:
    """Tell a refusal on one line: what is wrong, then what to do next."""
    wrong, then = said(refusal)
    where = refusal.parameters.get("line")
    place = _("Line %(line)s: ") % {"line": where} if where and refusal.code != "not_an_act" else ""
    return f"{place}{wrong} {then}"


def said(refusal: Refusal) -> tuple[str, str]:
    """Tell a refusal as what is wrong and what to do next."""
    if isinstance(refusal, MayNotDecide):
        return may_decide.refused(refusal.stands)
    if refusal.code == "not_all_have_said":
        return may_decide.not_all(int(refusal.parameters.get("silent", 1)))
    every = {
        **_of_joining(),
        **_of_setting_up(),
        **_of_entries(),
        **_of_fields(),
        **_of_installations(),
        **_of_copies(),
        **_of_disks(),
        **rules.refusals(),
        **meeting.refusals(),
        **framing.refusals(),
        **drafting.refusals(),
        **answering.refusals(),
        **refused.refusals(),
        **rights.refusals(),
        **inviting.refusals(),
        **practising.refusals(),
        **witness.refusals(),
        **programs.refusals(),
        **setting_up.refusals(),
    }
    if isinstance(refusal, NotAllowed):  # `not_here` is somebody then; else it is an id
        every |= meeting.of_the_room()
    unknown = (_("That cannot be entered (%(code)s)."), _("Nothing was changed."))
    wrong, then = every.get(refusal.code, unknown)
    told = _Gaps({"code": refusal.code, **refusal.parameters})
    if "needs" in told:
        told["needs"] = rights.in_words(str(told["needs"]))
    return wrong % told, then % told


class _Gaps(dict[str, str | int]):
    """A refusal may come without a parameter; its sentence still holds."""

    def __missing__(self, key: str) -> str:
        return "?"


def _of_joining() -> dict[str, tuple[str, str]]:
    nothing = _("Nothing was changed.")
    leave_first = _("They leave it first, or the board decides that the place ends.")
    return {
        "not_opened": (
            _("This partnership has not been opened."),
            _("Open it first: its opening is the record’s first entry."),
        ),
        "already_opened": (_("It is open already."), nothing),
        "partnership_closed": (
            _("This partnership has ended."),
            _("Its record can still be read and checked; nothing more can be entered."),
        ),
        "no_such_board": (
            _("There is no board of that id in this record."),
            _("Open the board first, or check the id."),
        ),
        "board_closed": (
            _("That board has ended."),
            _("Open another board if the work goes on."),
        ),
        "no_such_place": (_("That board has no such place."), _("Make the place first.")),
        "place_ended": (_("That place has ended."), _("Make a new place.")),
        "place_held": (_("Somebody holds that place."), leave_first),
        "place_vacant": (
            _("Nobody holds that place, so nobody can choose a deputy for it."),
            _("Somebody takes the place first."),
        ),
        "not_in_a_place": (
            _("They hold no place now."),
            _("Check the holding: it may have ended already."),
        ),
        "no_such_deputy": (_("There is no such deputy now."), nothing),
        "no_such_mandate": (_("There is no such mandate in force."), nothing),
        "no_such_duty": (_("Nobody has that duty now."), nothing),
        "more_than_all": (
            _("More people voted than there were to vote."),
            _("Check both numbers."),
        ),
        "until_before_from": (_("It would end before it begins."), _("Check both days.")),
        "rules_back_dated": (
            _("These rules would hold from a day before rules that were set already."),
            _("Choose a later day: what was decided is judged by the rules of its day."),
        ),
    }


def _of_setting_up() -> dict[str, tuple[str, str]]:
    return {
        "rules_changed_meanwhile": (
            _("Somebody set other rules for this board while you were changing these."),
            _("Look at both below. What you change now is set over theirs."),
        ),
        "rules_unchanged": (
            _("You have changed nothing."),
            _("Change, add or take out a rule first."),
        ),
        "deputy_counts_already": (
            _("They hold a place here, or are the deputy of another: nobody counts twice."),
            _("Choose somebody who is neither."),
        ),
        "deputy_to_confirm": (
            _("That deputy was typed for the member, and nobody has said yet that it is right."),
            _("Let the member say so with their own code, or another member it is about."),
        ),
        "no_route_told": (
            _("Nothing says how they told them."),
            _("Choose one way at least."),
        ),
        "no_capacity_chosen": (
            _("Nothing says in what capacity they come."),
            _("Choose a capacity."),
        ),
        "deputy_has_place": (
            _("That deputy holds a place of their own on this board now: nobody counts twice."),
            _("They speak from their own place. Come yourself, or send another deputy."),
        ),
        "deputy_without_name": (
            _("Whom you choose has no name yet."),
            _("Type the name they go by."),
        ),
        "too_many_at_once": (
            _("So many places are not made at once."),
            _("Make at most %(most)s at a time."),
        ),
    }


def _of_entries() -> dict[str, tuple[str, str]]:
    nothing = _("Nothing was changed.")
    check_number = _("Check its number.")
    return {
        "no_such_entry": (_("There is no entry of that number."), check_number),
        "no_such_id": (_("Nothing in this record has that id."), _("Check the id.")),
        "not_in_the_record": (_("Nothing in this record has that id."), _("Check the id.")),
        "fits_nothing": (_("That does not follow from what the record holds."), nothing),
        "id_taken": (_("That id was given already."), _("Take a new one.")),
        "typed_it": (
            _("Whoever typed an entry cannot confirm it."),
            _("The person it is about confirms it, or another member or the ULO does."),
        ),
        "not_correctable": (
            _("“%(field)s” cannot be put right in this way."),
            _("What is sealed can be taken from view; an id stays as it is."),
        ),
        "value_not_so": (
            _("“%(field)s” cannot have that value."),
            _("Give it in the form that the entry has."),
        ),
        "no_such_text": (
            _("That entry has no such text."),
            _("Name one of its sealed fields."),
        ),
        "no_such_challenge": (_("There is no such challenge open."), nothing),
        "nothing_to_erase": (
            _("Entry %(entry)s has nothing in “%(path)s” that could be erased."),
            _("It may be erased already."),
        ),
        "names_a_person": (
            _("“%(path)s” of entry %(entry)s names a person, and is no text."),
            _("Erase the person: find their id with --find, then use --person."),
        ),
        "no_name_given": (_("No name was given."), _("Give a name, or a part of it.")),
        "held": (
            _("Nothing may be erased for now: %(ground)s (since %(since)s)."),
            _("Release the hold when the request is answered."),
        ),
        "person_unknown": (
            _("Nobody of that id is known here."),
            _("Check the id: they may have been erased."),
        ),
    }


def _of_fields() -> dict[str, tuple[str, str]]:
    not_written = _("This is a fault in the program, not in what you did. Nothing was changed.")
    return {
        "not_the_form": (
            _("“%(field)s” is not as it must be (%(expected)s)."),
            _("Put it right and try again."),
        ),
        "fields_differ": (
            _("An act of this type (%(type)s) has other fields."),
            _("Give every field it has, and no others; null where there is nothing to say."),
        ),
        "type_unknown": (
            _("There is no act of that type."),
            _("The types are listed in the reference, under facts."),
        ),
        "by_its_own_command": (
            _("%(type)s is not entered from a file."),
            _("Erasing, changing a key and continuing a record have commands of their own."),
        ),
        "too_long": (
            _("That is too long for one entry."),
            _("Shorten it, or put it in several entries."),
        ),
        "actor_expected": (_("Nobody was said to have done this."), _("Say who.")),
        "no_actor_expected": (
            _("This is entered without saying who or at what hour."),
            _("Leave out who, and the claimed time."),
        ),
        "keys_differ": (_("The entry was not written."), not_written),
        "key_length": (_("The entry was not written."), not_written),
        "not_in_utc": (_("The entry was not written."), not_written),
        "not_a_leaf": (_("The entry was not written."), not_written),
    }


def _of_installations() -> dict[str, tuple[str, str]]:
    return {
        "tables_missing": (
            _("The tables of this installation are not there, or are of an older version."),
            _("Start it once with ./run, which brings them up to date."),
        ),
        "no_such_record": (
            _("There is no record called %(origin)s here."),
            _("Check the name: withus check without a name lists them."),
        ),
        "not_signed_yet": (
            _("No head of %(origin)s has been signed yet."),
            _("Start the server with ./run: its signer signs within a minute."),
        ),
        "record_exists": (
            _("There is a record called %(origin)s already."),
            _("Choose another name."),
        ),
        "rebuild_needed": (
            _("What is derived from the record was made by another version of Withus."),
            _("Run withus rebuild: it makes it anew from the entries."),
        ),
        "does_not_open": (
            _("What is sealed does not open under its key."),
            _("Run withus check: one of the two was changed."),
        ),
        "no_such_file": (
            _("%(file)s cannot be opened."),
            _("Check its name and the folder it is in."),
        ),
        "not_an_act": (
            _("%(file)s, line %(line)s: not an act."),
            _("Each line is one JSON object; the reference shows its form."),
        ),
    }


def _of_copies() -> dict[str, tuple[str, str]]:
    return {
        "record_continued": (
            _("Nothing more is entered in %(origin)s: it goes on as %(by)s."),
            _("Enter it there."),
        ),
        "not_empty": (
            _("This installation is not empty."),
            _("Restore into a new one: set WITHUS_VAR to an empty folder."),
        ),
        "not_a_backup": (
            _("This is not a backup: found %(found)s, expected %(expected)s."),
            _("Choose a file that withus backup wrote."),
        ),
        "backup_not_whole": (
            _("The backup is not whole: it was cut off or changed."),
            _("Choose another; nothing was restored."),
        ),
        "mirror_differs": (
            _("The mirror of %(origin)s does not fit the backup from entry %(entry)s on."),
            _("Give the mirror of the same installation; nothing was restored."),
        ),
        "not_a_text": (
            _("“%(found)s” names no text."),
            _("Give the number of the entry and the field, such as 11/report."),
        ),
    }


def _of_disks() -> dict[str, tuple[str, str]]:
    return {
        "no_room": (
            _("There is no room on the disk: this was not written."),
            _("Make room where Withus keeps its files and its database, then do it again."),
        ),
        "no_room_there": (
            _("%(file)s could not be written: there is no room for it."),
            _("Make room there, or choose another disk. Nothing half-written was left."),
        ),
        "cannot_write": (
            _("%(file)s could not be written."),
            _("Choose a folder of your own."),
        ),
    }
