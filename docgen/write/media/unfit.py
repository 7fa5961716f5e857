"""Why a file cannot be shown as a picture."""

from __future__ import annotations

MOST_PIXELS = 50_000_000
"""More than a camera makes, and about what a computer can unpack in its memory."""
LONGEST_SIDE = 20_000
"""In pixels."""


class UnfitPicture(Exception):
    """A file that no output shows. `fault` continues the sentence that begins with the file's name."""

    def __init__(self, fault: str, help: str, is_refused: bool = False) -> None:
        super().__init__(fault)
        self.fault = fault
        self.help = help
        self.is_refused = is_refused
        """Whether it could be shown, but may do harm."""


def damaged(kind: str, how: str) -> UnfitPicture:
    """A picture that was cut short on its way, or changed."""
    help = f"take it from where it came from once more, or open it in a picture program and save it as {kind} again"
    return UnfitPicture(f"is a damaged {kind} picture: {how}", help)


def refuse_size(width: int, height: int, kind: str) -> None:
    """Raises `UnfitPicture` for a picture without a size, or of one that no computer can unpack."""
    if not width or not height:
        raise damaged(kind, "it has no size")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        fault = f"is too large: {width:,} by {height:,} pixels"
        most = f"at most {LONGEST_SIDE:,} pixels on a side and {MOST_PIXELS // 1_000_000} million in all"
        raise UnfitPicture(fault, f"make it smaller, to {most}; a page shows no more than 2,000 across", True)
