"""All rules, in the order of their codes."""

from __future__ import annotations

from docgen.check.rule import Rule
from docgen.check.rules.accessibility import (
    dg661_link_says_not_where,
    dg662_link_shows_address,
    dg663_picture_described_by_file_name,
    dg664_column_without_heading,
    dg665_room_made_of_blanks,
)
from docgen.check.rules.control import (
    dg551_version_differs_from_history,
    dg552_history_runs_backwards,
    dg553_approved_before_it_was_made,
)
from docgen.check.rules.dates import dg401_phase_runs_backwards, dg402_action_without_lead_or_date
from docgen.check.rules.engagement import dg521_consultee_without_feedback
from docgen.check.rules.form import dg651_heading_level_skipped, dg652_section_is_empty
from docgen.check.rules.governance import dg451_quorum_cannot_be_met, dg452_chair_without_vice_chair
from docgen.check.rules.numbers import dg301_total_differs, dg302_survey_does_not_add_up, dg303_total_rounded
from docgen.check.rules.scope import dg501_reserved_function_given_away, dg502_same_comment_for_opposite_decisions
from docgen.check.rules.words import dg601_word_limit_exceeded, dg602_markup_in_plain_field

RULES: tuple[Rule, ...] = (
    dg301_total_differs.RULE,
    dg302_survey_does_not_add_up.RULE,
    dg303_total_rounded.RULE,
    dg401_phase_runs_backwards.RULE,
    dg402_action_without_lead_or_date.RULE,
    dg451_quorum_cannot_be_met.RULE,
    dg452_chair_without_vice_chair.RULE,
    dg501_reserved_function_given_away.RULE,
    dg502_same_comment_for_opposite_decisions.RULE,
    dg521_consultee_without_feedback.RULE,
    dg551_version_differs_from_history.RULE,
    dg552_history_runs_backwards.RULE,
    dg553_approved_before_it_was_made.RULE,
    dg601_word_limit_exceeded.RULE,
    dg602_markup_in_plain_field.RULE,
    dg651_heading_level_skipped.RULE,
    dg652_section_is_empty.RULE,
    dg661_link_says_not_where.RULE,
    dg662_link_shows_address.RULE,
    dg663_picture_described_by_file_name.RULE,
    dg664_column_without_heading.RULE,
    dg665_room_made_of_blanks.RULE,
)
