"""Whatever is kept beside the record is in the backup, and whatever is sealed is in one list."""

from __future__ import annotations

from withus.stores.holding import MAIN_TABLES
from withus.stores.holds import Kept, Reached
from withus.stores.people.models import Forgetting, Hold, Person
from withus.stores.record.keyed import BLANKED, GONE
from withus.stores.record.models import SealedValue
from withus.stores.record.rows import TABLES

# Nobody is signed in after a restore, no program is, and marks are made anew from names.
PASSING = (Kept.WITH_NAME, Kept.QUARTER_HOUR, Kept.TWO_DAYS, Kept.TWO_WEEKS, Kept.NINETY_DAYS)
OF_THEIR_OWN = {each._meta.db_table for each in (Person, Hold, SealedValue)}
"""Their lines in a backup are older than those of the others."""


def test_every_table_of_what_people_entrusted_is_in_the_backup() -> None:
    reached = {
        each.name
        for each in MAIN_TABLES
        if each.reached in (Reached.ROW, Reached.BLANKED, Reached.RELEASED, Reached.WHEN_OLD)
        and each.kept not in PASSING
    }
    of_nobody = {"practising_thrownaway", "meeting_carriedrow"}
    assert reached | of_nobody == OF_THEIR_OWN | {each._meta.db_table for each in TABLES}


def test_every_table_with_a_key_is_spared_by_a_sweep_and_goes_with_its_key() -> None:
    no_secrets = {"record_cosignature", Forgetting._meta.db_table}
    keyed = {each.name for each in MAIN_TABLES if "key" in each.columns} - no_secrets
    assert keyed == {each._meta.db_table for each in (*BLANKED, *GONE)}
