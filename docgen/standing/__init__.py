"""Where the documents of a programme stand: who answers for what, how far it is, and what is still missing."""
