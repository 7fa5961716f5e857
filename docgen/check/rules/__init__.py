"""The rules, one folder for each family, one file for each rule; its docstring is what `docgen explain` prints."""
