"""What the commands for tables have in common: which table and which programme a command line means."""

from __future__ import annotations

from docgen.cli.repository import Repository
from docgen.errors import DocgenError
from docgen.load.repository import missing_programme
from docgen.schema.registry import PART_FILES, TABLES, TablePart
from docgen.suggest import did_you_mean
from docgen.wording import listed

_NO_PROGRAMME = ("there is no programme in 'content'", "begin one with 'docgen new programme'")


def table_called(name: str) -> TablePart:
    """The table of a name. Raises `DocgenError` for a name that none has."""
    table = next((table for table in TABLES if table.name == name.replace("_", "-")), None)
    if table is not None:
        return table
    inside = [f"'{table.name}'" for table in TABLES if table.path[0] == PART_FILES.get(name)]
    if inside:
        raise DocgenError(f"'{name}' holds {listed(inside)}", "name one of them")
    raise DocgenError(f"no table is called '{name}'", did_you_mean(name, [table.name for table in TABLES]))


def programme_called(name: str | None, repository: Repository) -> str:
    """The programme of a name, or the only one. Raises `DocgenError` where it is not clear which is meant."""
    known = repository.programmes
    if name is None and len(known) == 1:
        return known[0]
    if name is None:
        names = listed([f"'{programme}'" for programme in known], "or")
        message, remedy = ("there are several programmes", f"add --programme {names}") if known else _NO_PROGRAMME
        raise DocgenError(message, remedy)
    if name not in known:
        problem = missing_programme(repository.snapshot, name)
        raise DocgenError(problem.message, problem.help)
    return name
