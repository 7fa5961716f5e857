"""What content may say: one pydantic model for each part of a programme.

`content.py` puts the parts together, `registry.py` says which file holds which part, `types.py` holds the
scalar types, `validate.py` turns loaded data into a `Content` and every fault into a diagnostic with its place.
"""
