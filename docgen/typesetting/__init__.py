"""Typst, docgen's typesetter: how code for it is put together, its fonts, and how it is run."""
