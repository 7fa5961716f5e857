"""Goes through the documents of a repository: what earlier builds made is kept, the rest is made, here or elsewhere."""
