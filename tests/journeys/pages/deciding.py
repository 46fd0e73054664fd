"""A board's rules for deciding."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, on_board, press


def a_rule(page: Page, base: str) -> None:
    """Come to the form for a rule, with something to put right."""
    on_board("rules/")(page, base)
    press(page, "Add a rule")
    page.get_by_label("Who must agree").check()
    press(page, "Go on")
    press(page, "Keep this rule")


def check_rules(page: Page, base: str) -> None:
    """Come to look once more at all the rules."""
    on_board("rules/")(page, base)
    press(page, "Add a rule")
    page.get_by_label("Whose objection stops a decision").check()
    press(page, "Go on")
    page.get_by_label("Of whom?").select_option(label="all members")
    page.get_by_label("It is our own promise.").check()
    press(page, "Keep this rule")
    press(page, "Look at them all, then set them")


CASES: dict[str, Way] = {
    "deciding:rules": on_board("rules/"),
    "deciding:rule": a_rule,
    "deciding:check": check_rules,
    "deciding:law": on_board("rules/law/"),
}
