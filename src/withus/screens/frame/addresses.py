"""A record's name as one part of an address, and back: each name has one address and no other."""

import re
from functools import lru_cache

OTHER = re.compile(r"[^A-Za-z0-9.-]")
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
        return written(value)


@lru_cache(maxsize=1_000)
def written(name: str) -> str:
    """Write a name as part of an address: a page of people has hundreds of addresses with it."""
    told = OTHER.sub(escaped, name)
    return f"_2e{told[1:]}" if told.startswith(".") else told


def escaped(found: re.Match[str]) -> str:
    """Write a sign that cannot stand in an address."""
    return "~" if found[0] == "/" else "".join(f"_{byte:02x}" for byte in found[0].encode())
