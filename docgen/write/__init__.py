"""Writers: each turns a resolved tree into the bytes of one kind of file; `registry.py` lists them."""
