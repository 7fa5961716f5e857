"""What docgen bears: builds killed, refused, raced and misfed, tried in numbers by `python -m tests.reliability`.

Each trial answers how often it was tried, how often it failed and what was measured. The tests run them at a smaller
size, the command at the full one, and docs/safety.md tells what it printed.
"""
