"""How long an essay is on manuscript paper."""

LINE = 20


def characters(text: str) -> int:
    """Squares on paper with twenty to a line: what a broken line leaves empty counts too."""
    lines = text.replace("\r\n", "\n").strip().split("\n")
    whole = sum(-(-max(len(line), 1) // LINE) * LINE for line in lines[:-1])
    return whole + len(lines[-1])
