"""Why something may not be entered about a plan, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {**_of_texts(), **_of_suggestions(), **_of_files()}


def _of_texts() -> dict[str, tuple[str, str]]:
    return {
        "no_such_revision": (
            _("There is no such text of this plan."),
            _("Go to the plan, and begin from the text that stands there."),
        ),
        "another_base": (
            _("Somebody changed the plan while you were writing."),
            _("Look at both texts, bring them together, and save again. Nothing is lost."),
        ),
        "base_missing": (
            _("It does not say which text of the plan it puts into another form."),
            _("Begin from the text of the plan."),
        ),
        "text_too_long": (
            _("The text is too long: at most %(most)s characters, some 80,000 words."),
            _("Divide it into several plans, or leave out what can stand beside it."),
        ),
        "whose_missing": (
            _("It does not say whose words these are."),
            _("Choose it: they are yours, or you wrote down what somebody said."),
        ),
        "credits_too_long": (
            _("What is said of who made it is too long."),
            _("Name who put it into this form and who checked it, in a line or two."),
        ),
        "not_paragraphs": (
            _("What should list the paragraphs of a text does not."),
            _("Check the record with withus check, and restore it if need be."),
        ),
        "not_who_wrote": (
            _("It names somebody as who wrote the words down who did not."),
            _("Only whoever types can be named as who wrote them down."),
        ),
    }


def _of_suggestions() -> dict[str, tuple[str, str]]:
    return {
        "no_such_suggestion": (
            _("There is no such suggestion to this plan."),
            _("Look at the list of suggestions."),
        ),
        "ended_already": (
            _("That suggestion was answered already."),
            _("Nothing was changed."),
        ),
        "not_confirmed": (
            _("That was typed for somebody, and nobody has said yet that it is right."),
            _("Ask them, or somebody else whom it is about, to say so. Then take it in."),
        ),
        "no_such_passage": (
            _("There is no such passage in that text, or its words can no longer be shown."),
            _("Go to the plan and choose a passage there."),
        ),
        "not_taken_in": (
            _("That draft did not take the suggestion in."),
            _("Put it in on its own page, or write it into the plan first and say so then."),
        ),
        "same_words": (
            _("These are the words that stand there already."),
            _("Change them, or leave the box empty to suggest that the passage goes."),
        ),
        "passage_changed": (
            _("The passage that this is about is no longer in the plan as it was."),
            _("Write it into the plan, then say here that it went in another way; or say why not."),
        ),
        "passage_gone": (
            _("A passage of the plan can no longer be shown, so nothing can be put in by itself."),
            _("Open the plan to write, save it as it stands, and try again."),
        ),
        "words_of_another": (
            _("The words of a suggestion are those of whoever made it, and of nobody else."),
            _("Take it in as it is, then change the text in your own name."),
        ),
    }


def _of_files() -> dict[str, tuple[str, str]]:
    return {
        "plan_file_missing": (
            _("No file was chosen."),
            _("Choose a Word file (.docx) or a plain text."),
        ),
        "plan_file_empty": (
            _("There are no words in that file."),
            _("Choose another, or write into the box."),
        ),
        "plan_file_too_big": (
            _("That file is too big: at most 10 MB, and 50 MB when unpacked."),
            _("Save it without its pictures, and choose it again."),
        ),
        "plan_file_locked": (
            _("That file is locked with a password."),
            _("Save it without one, and choose it again."),
        ),
        "plan_file_no_history": (
            _("That file is no history: look at its line %(where)s."),
            _("Each line is JSON with revision, at, speaker, side and text."),
        ),
        "history_too_long": (
            _("That history is too long: at most 8 million characters."),
            _("Bring in fewer of its drafts."),
        ),
        "history_too_many": (
            _("That history has too many drafts: at most %(most)s."),
            _("Leave out drafts between which little was changed."),
        ),
        "plan_begun": (
            _("There are drafts of this plan here already."),
            _("A history can only come before the first. Open another work for it."),
        ),
        "plan_file_old": (
            _("That is an old Word or Office file (.doc)."),
            _("Save it as .docx, and choose it again."),
        ),
        "plan_file_other": (
            _("That is a file of another kind."),
            _("Choose a Word file (.docx) or a plain text, or paste the words into the box."),
        ),
        "plan_file_broken": (
            _("That file is damaged."),
            _("Open it in its own program, save it again, or paste the words into the box."),
        ),
    }
