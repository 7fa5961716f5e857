"""Fields that name something defined elsewhere: a committee, an organisation, a fact."""

from __future__ import annotations


class Reference:
    """Marks a text field as the id of something of one of `kinds`.

    Used as `Annotated[Id, Reference("committee", "organisation")]`. `validate` refuses ids that nothing defines;
    in templates the field *is* the thing: `committee.chair.role`, `function.lead.name`.
    """

    __slots__ = ("kinds",)

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds
