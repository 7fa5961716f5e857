"""What counts as the same words, whatever program has saved them."""

from __future__ import annotations

from hashlib import sha256


def normal(words: str) -> str:
    """With single spaces between words and none around them, and without soft hyphens: programs add and drop these."""
    return " ".join(words.replace("\N{SOFT HYPHEN}", "").split())


def hash_of(words: str) -> str:
    """Tells whether two passages have the same words: 16 hexadecimal digits."""
    return sha256(normal(words).encode()).hexdigest()[:16]
