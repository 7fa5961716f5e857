"""Fields that may be left out, and that are begun all the same: papers print them, or rules ask for them.

A further one is a row here. A value of None is what the field's kind asks for, as a rule a placeholder. What has no
room for words, such as a date or a tick, is not begun: nobody would notice that it is not the author's. Rules say that
it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.source import Data

FIRST_VERSION = "0.1"
"""Of a first draft."""

BEGUN: Mapping[str, Mapping[str, Data]] = {
    "Programme": {"author": None, "executive": None},
    "Version": {"version": FIRST_VERSION},
    "Organisation": {"abbreviation": None},
    "Function": {"lead": None},
    "Governance": {"conflicts_of_interest": None},
    "Action": {"leads": None},
    "Committee": {
        "name": "TBC committee",
        "kind": "TBC kind of committee",
        "meets": "TBC times a year",
        "members": [
            {"id": "chair", "role": "TBC chair", "lay": "yes"},
            {"id": "vice-chair", "role": "TBC vice-chair", "lay": "yes"},
            {"id": "clinician", "role": "TBC clinician", "clinical": "yes"},
        ],
        "chair": "chair",
        "vice_chair": "vice-chair",
        "quorum": "2 members, including (chair or vice-chair)",
        "responsibilities": None,
        "reports_to": None,
    },
    "Member": {"organisation": None},
    "ConflictsOfInterest": {"register_of_interests": None, "recusal": None, "restoring_quorum": None},
    "ComparedModel": {
        "decides": None,
        "functions": None,
        "governance": None,
        "how_to_apply": None,
        "opportunities": None,
        "threats": None,
    },
    "CoverReport": {
        "authors": None,
        "executive": None,
        "access": ["private"],
        "private_reason": None,
        "summary": None,
        "risk": None,
        "mitigation": None,
        "conflicts": None,
        "organisations": None,
        "recommendations": None,
        "legal_implications": None,
        "equality": None,
    },
    "ReportPerson": {"title": None, "contact": None},
    "EqualityImpact": {"justification": None},
}
"""By the name of a model: what of it is begun beyond what it cannot do without.

A report to a board is private until somebody says otherwise, and gives the reason that is still to be written.
"""
