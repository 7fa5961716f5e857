"""Fills in what only the whole document can tell: numbers, cross-references, abbreviations, footnotes, contents."""
