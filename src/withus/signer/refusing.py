"""Why the signer signs nothing more for a record."""

from withus.core.errors import Refusal


class WillNotSign(Refusal):
    """Say that the record and what was signed before do not fit, or a file of ours is unusable."""
