"""One self-contained, accessible HTML page; `document.py` holds the whole."""
