"""The JSON that `withus verify` prints and others may build on: keys are never renamed."""

from typing import Any

from withus.core.verifying.verdict import Failed, Unopened, Verdict, Voucher


def document(verdict: Verdict) -> dict[str, Any]:
    """Tell a verdict as one document."""
    found = verdict.notes
    return {
        "result": verdict.result.value,
        "head": verdict.head,
        "vouched_by": [_voucher(each) for each in verdict.vouched_by],
        "checked": [step.value for step in verdict.checked],
        "failed": None if verdict.failed is None else failed(verdict.failed),
        "unopened": None if verdict.unopened is None else _unopened(verdict.unopened),
        "notes": {
            "practice": found.practice,
            "odd": sorted({*found.odd, *found.lost}),
            "unknown_keys": list(found.unknown_keys),
            "key_changes": list(found.key_changes),
            "continues": found.continues,
            "follows": None if found.follows is None else dict(found.follows),
        },
    }


def _voucher(voucher: Voucher) -> dict[str, Any]:
    return {
        "by": voucher.by.value,
        "size": voucher.size,
        "name": voucher.name,
        "at": voucher.at,
        "otherwise": list(voucher.otherwise),
    }


def failed(found: Failed) -> dict[str, Any]:
    """Tell where a copy stops being what it says."""
    return {
        "entry": found.entry,
        "expected": found.expected,
        "got": found.got,
        "step": found.step.value,
        "why": found.code,
    }


def _unopened(counts: Unopened) -> dict[str, int]:
    return {"withdrawn": counts.withdrawn, "erased": counts.erased, "never": counts.never}
