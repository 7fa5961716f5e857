"""Roles, ``{name}`content` ``: `registry.py` lists them."""
