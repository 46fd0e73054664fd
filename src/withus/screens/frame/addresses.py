"""A record's name as one part of an address, and back: each name has one address and no other."""

import re

PLAIN = re.compile(r"[A-Za-z0-9.-]")
ESCAPED = re.compile(r"_([0-9a-f]{2})")


class RecordName:
    """`withus.example/thornmere` in an address is `withus.example~thornmere`."""

    regex = r"[A-Za-z0-9._~-]{1,600}"

    def to_python(self, value: str) -> str:
        """Read a name; ValueError, and so no such page, for what is not its one address."""
        content = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value.replace("~", "/"))
        name = content.encode("latin-1").decode("utf-8")
        if self.to_url(name) != value:
            raise ValueError(value)
        return name

    def to_url(self, value: str) -> str:
        """Write a name as part of an address; a name that begins with a dot is no folder's."""
        told = "".join(map(self._written, value))
        return f"_2e{told[1:]}" if told.startswith(".") else told

    def _written(self, each: str) -> str:
        if each == "/":
            return "~"
        return each if PLAIN.match(each) else "".join(f"_{byte:02x}" for byte in each.encode())
