"""The two ways a proof says no: it cannot be read, or it was read and does not verify."""

from withus.core.errors import Refusal


class Malformed(Refusal):
    """Say that what was given is not in the one form it may have."""


class ProofRefused(Refusal):
    """Say that what was given can be read, and does not prove what it claims."""
