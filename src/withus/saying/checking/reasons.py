"""Why a line was read as it was, and what to ask about it."""

from withus.core.minutes.capacity import Reason
from withus.saying.language import _


def why(reasons: tuple[Reason, ...]) -> str:
    """Tell in one line why somebody was read so."""
    return "; ".join(filter(None, map(reason, reasons)))


def reason(one: Reason) -> str:
    """Tell one reason: the words that decided it, never a name."""
    plain = _plain(one.code)
    if plain is not None:
        return plain
    if one.code.startswith("heading_"):
        return _("listed under a heading with “%(words)s”") % {"words": one.words}
    return _("the words “%(words)s”") % {"words": one.words}


def _plain(code: str) -> str | None:
    return {
        "by_hand": _("put right by hand"),
        "title": _("titled as a councillor"),
        "nothing_said": _("the minutes do not say who this is"),
        "heading_and_post_differ": _("the heading says one thing and the post another"),
        "mixed_heading": _("the heading holds more than one kind of people"),
        "headed_in_attendance": _("listed as in attendance"),
        "headed_member": _("listed as a member"),
        "on_the_list": "",
        "supporter": _("there to support somebody"),
        "names_run_together": _("the line could be read in more than one way"),
        "posts_apart": _("names and posts stand apart, and we cannot match them"),
    }.get(code)


def ask(reasons: tuple[Reason, ...]) -> str:
    """Tell what to ask, or nothing."""
    return " ".join(filter(None, (_ask(one.ask) for one in reasons)))


def _ask(code: str | None) -> str:
    return {
        "may_be_paid": _("May be paid: ask."),
        "may_be_a_carer": _("May be a carer too: ask."),
        "carer_or_worker": _("A carer, or somebody paid? Ask."),
        "employed_for_experience": _("Employed for what they have lived through? Ask."),
        "employed_or_affected": _("Employed by the service, or speaking for people? Ask."),
        "which_body": _("Which kind of body? Ask."),
        "which_parents": _("Which parents do they speak for? Ask."),
        "how_many": _("How many people is this, and who? Ask."),
    }.get(code or "", "")
