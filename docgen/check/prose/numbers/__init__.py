"""The numbers in prose: what they count, of what, and which of them belong together."""
