"""`:::{committee-chart} {{ governance }}`: who reports to whom."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.parse.directives.charts import (
    charted,
    field_of,
    label_of,
    name_of,
    record_of,
    records_in,
    report_empty,
)
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks
from docgen.tree.chart import CommitteeChart, Group, Label
from docgen.value import Items, Record, Value


def committee_chart(directive: Directive, reader: Reader) -> Blocks:
    """The chart of all committees, and of the boards and organisations to which they report."""
    record = record_of(directive, "governance", reader)
    if record is None:
        return ()
    committees = list(records_in(record, "committees", directive, reader))
    if not committees:
        report_empty("committee", directive, reader)
        return ()
    groups = [_group(committee, committees, directive, reader) for committee in committees]
    own = {group.id for group in groups}
    above = {str(each.lookup("id")): each for committee in committees for each in _linked(committee, "reports_to")}
    others = [Group(id, name_of(each, directive), (), None, ()) for id, each in above.items() if id not in own]
    return charted(CommitteeChart((*others, *groups), directive.source), directive, reader)


def _group(committee: Record, committees: list[Record], directive: Directive, reader: Reader) -> Group:
    """A committee reports to those it names, and to those that name it as their sub-group."""
    id = str(committee.lookup("id"))
    above = [str(each.lookup("id")) for each in _linked(committee, "reports_to")]
    above += [str(each.lookup("id")) for each in committees if id in _ids(_linked(each, "sub_groups"))]
    standing = str(field_of(committee, "standing", directive, reader))
    proposed = standing == "proposed" if standing else None
    about = tuple(label for label in _about(committee, directive) if label)
    return Group(id, name_of(committee, directive), about, proposed, tuple(dict.fromkeys(above)))


def _about(committee: Record, directive: Directive) -> Iterator[Label | None]:
    yield label_of(committee.lookup("meets"), directive, "Meets ")
    chair = committee.lookup("chair")
    yield label_of(chair.lookup("role") if isinstance(chair, Record) else chair, directive, "Chair: ")


def _linked(committee: Record, name: str) -> Iterator[Record]:
    value: Value = committee.lookup(name)
    if isinstance(value, Items):
        yield from (item for item in value if isinstance(item, Record))


def _ids(records: Iterator[Record]) -> set[str]:
    return {str(record.lookup("id")) for record in records}
