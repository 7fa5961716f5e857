"""Rules that content and documents must keep: `rules/` holds one file for each, `registry.py` lists them."""
