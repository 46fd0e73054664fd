"""An entry of a copy in its form, or why it is none."""

from __future__ import annotations

from withus.core.bundle import Bundle
from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.proofs.refused import Malformed
from withus.core.verifying.verdict import Step, differs


def decoded(leaf: bytes, index: int, bundle: Bundle) -> Entry:
    """Decode an entry of a copy.

    Errors: NotABundle for bytes that are no leaf at all, or a type that came later than this
        program; Differs for anything else that no entry can be.
    """
    try:
        return decode(leaf, index=index)
    except Malformed as fault:
        bundle.refuse(fault.code, line=index + 2)
    except Refusal as fault:
        if fault.code == "type_unknown":
            bundle.refuse(fault.code, line=index + 2)
        got = str(fault.parameters.get("field", fault.code))
        raise differs(Step.ENTRIES, "not_an_entry", index, got=got) from fault
