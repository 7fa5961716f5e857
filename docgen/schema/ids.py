"""Fields that name a committee, an organisation, a member … by its id.

They take any text: `validate` refuses what nothing defines and gives the nearest name, which says more than a pattern.
"""

from __future__ import annotations

from typing import Annotated

from docgen.schema.reference import Reference
from docgen.schema.types import Text

OrganisationId = Annotated[Text, Reference("organisation")]
"""An organisation of `programme.yaml`."""

CommitteeId = Annotated[Text, Reference("committee")]
"""A committee of `governance.yaml`."""

BodyId = Annotated[Text, Reference("committee", "body", "organisation")]
"""Whoever can lead, decide or be reported to: a committee, a board or other standing body, or an organisation."""

MemberId = Annotated[Text, Reference("member")]
"""A member of the committee in which the field stands."""

FunctionId = Annotated[Text, Reference("function")]
"""A function of the scope."""

DocumentId = Annotated[Text, Reference("document")]
"""A document that `programme.yaml` asks for, by its type."""

WorkId = Annotated[Text, Reference("reference")]
"""A work of `references.yaml`."""

ConsulteeId = Annotated[Text, Reference("consultee")]
"""A consultee of `engagement.yaml`."""
