"""Which database a table lies in: keys in their own, everything else in the main one."""

from typing import Any


class KeysApart:
    """Send the keys' app, and no other, to the database `keys`."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """Tell where a table is read."""
        return "keys" if model._meta.app_label == "keys" else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """Relate tables of one database only."""
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Make each table in its own database."""
        return (db == "keys") == (app_label == "keys")
