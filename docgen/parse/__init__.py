"""Markdown with placeholders becomes the document tree.

`parse.py` is the way in; `markdown.py` sets up the syntax; `blocks.py` and `inlines.py` turn tokens into nodes;
`printed.py` turns values into nodes; `directives/` and `roles/` hold one file for each, and a registry.
"""
