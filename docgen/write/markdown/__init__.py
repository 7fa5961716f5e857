"""Plain Markdown, for reading in a repository and for comparing versions; `writer.py` holds the whole."""
