"""A tagged PDF, set by Typst in the looks of the Word file; `writer.py` holds the whole."""
