"""The document tree: what a document says, before anyone decides how it looks.

`inline.py` holds what stands inside a line, `block.py` what stands on lines of its own, `chart.py` the data
of drawings, `document.py` the whole, and `walk.py` the ways through it. Every node is frozen and knows its `source`.
"""
