"""Why something may not be entered about a work, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {**_of_opening(), **_of_what_was_there(), **_of_how_it_began(), **_of_questions()}


def _of_opening() -> dict[str, tuple[str, str]]:
    return {
        "no_such_work": (
            _("There is no such work in this record."),
            _("Begin the work first, or check the address."),
        ),
        "no_work_name": (
            _("The name is missing, or is longer than 120 letters."),
            _("Call it something short that everybody may read."),
        ),
        "no_board_chosen": (
            _("Nobody answers for it yet."),
            _("Choose the board that does."),
        ),
        "too_many_boards": (
            _("At most %(most)s boards take part beside the one that answers."),
            _("Choose those that design or decide; others can read."),
        ),
        "gave_the_other": (
            _("You have spoken for the other side already, and nobody speaks for both."),
            _("Somebody else says it for this side."),
        ),
        "side_missing": (
            _("Nobody can tell for which side you speak."),
            _("Choose the side."),
        ),
        "step_missing": (
            _("How far power is to be shared is missing."),
            _("Choose a step."),
        ),
        "body_missing": (
            _("It is missing which body promises it, or the name is longer than 120 letters."),
            _("Name the body, and no person."),
        ),
    }


def _of_what_was_there() -> dict[str, tuple[str, str]]:
    return {
        "since_missing": (
            _("The day is missing since when that plan or proposal was there."),
            _("Say the day, or the nearest you know."),
        ),
        "no_such_existing": (
            _("Nothing of that name was there before this work."),
            _("Tell of it first, or check the address."),
        ),
        "fixed_by_law": (
            _("What is fixed by law or budget cannot be set aside here."),
            _("Whoever fixed it can change it. If it is not fixed, challenge it."),
        ),
        "set_aside_already": (
            _("That was set aside already."),
            _("Nothing was changed."),
        ),
        "without_those_affected": (
            _("None of the people it is about agreed to set that aside."),
            _("Put it to a meeting at which they are, and let them decide it with you."),
        ),
        "told_it": (
            _("You told of it, so you do not settle whether it is so."),
            _("Somebody else on duty here settles it, or the board decides it."),
        ),
        "existing_kind_missing": (
            _("It is missing what sort of thing was there before."),
            _("Choose one: fixed, an earlier plan, or a proposal."),
        ),
        "said_by_missing": (
            _("It is missing who says so, or the name is longer than 120 letters."),
            _("Name a body or a board, and no person."),
        ),
        "day_not_so": (
            _("That is no day we can read."),
            _("Choose the day, or the nearest you know."),
        ),
        "nothing_practised": (
            _("This record follows no practice run."),
            _("Tell of it as a proposal or an earlier plan."),
        ),
    }


def _of_how_it_began() -> dict[str, tuple[str, str]]:
    return {
        "not_asked": (
            _("You were not asked how this work began: only who held a place then is."),
            _("Ask whoever told it to tell it anew, and to ask you too."),
        ),
        "no_such_account": (
            _("Nobody told how this work began under that name."),
            _("Check the address."),
        ),
        "all_affected_asked": (
            _("Not all of the people it is about were asked how the work began."),
            _("Ask each of them who holds a place, and then tell it."),
        ),
        "answer_missing": (
            _("Your answer is missing."),
            _("Say yes or no."),
        ),
        "document_too_big": (
            _("That file is more than 10 MB."),
            _("Send a smaller one."),
        ),
        "document_not_so": (
            _("That is no kind of file we keep."),
            _("Send a PDF, Word or OpenDocument file, plain text, a picture, a sound or a film."),
        ),
    }


def _of_questions() -> dict[str, tuple[str, str]]:
    return {
        "no_such_question": (
            _("Nobody proposed that question."),
            _("Propose it first, or choose one that was proposed."),
        ),
    }
