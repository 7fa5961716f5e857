"""Slides, for papers that are shown and spoken to; `writer.py` is the way in.

`sections.py` parts a paper at its headings, `blocks.py` turns blocks into pieces, `filling.py` lays the pieces out on
slides with the measures of `measuring.py`, and `shapes.py` writes them into the placeholders of the layouts.
"""
