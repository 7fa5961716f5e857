"""`python -m docgen`: works wherever the `docgen` command is not on the path."""

from docgen.cli.main import main

if __name__ == "__main__":
    main()
