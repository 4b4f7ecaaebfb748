"""Yes, or no with a reason that can be shown to the person who asked."""

from dataclasses import dataclass

from django.utils.functional import Promise


class Refused(Exception):
    """An action that may not be done, carrying the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Verdict:
    """The answer of a policy: truthy when allowed, otherwise carrying the reason."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


YES = Verdict()


def no(reason: str | Promise) -> Verdict:
    """No, for this reason; a no without a reason would be taken for a yes."""
    if not reason:
        raise ValueError("a no carries its reason")
    return Verdict(str(reason))


def unless(condition: object, reason: str | Promise) -> Verdict:
    """Yes when the condition holds, else no with the reason."""
    return YES if condition else no(reason)


def all_of(*verdicts: Verdict) -> Verdict:
    """The first no, or yes."""
    return next((verdict for verdict in verdicts if not verdict), YES)


def any_of(*verdicts: Verdict) -> Verdict:
    """Yes when one of them is yes, else the first no."""
    return next((verdict for verdict in verdicts if verdict), verdicts[0])


def require(verdict: Verdict) -> None:
    """Raise `Refused` with the reason when the verdict is no."""
    if not verdict:
        raise Refused(verdict.reason)
