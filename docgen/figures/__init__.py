"""Charts drawn from the content: the drawing as Typst code, what it says in words, and the files made of it."""
