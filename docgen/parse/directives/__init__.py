"""Directives, `:::{name}` … `:::`: one file for each, and a registry."""
