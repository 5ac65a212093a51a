"""Everything that can happen before, at and after a meeting, by what it is about."""

from rondetafel.overleg.operations.intake import answer_datums as answer_datums
from rondetafel.overleg.operations.intake import record_intake as record_intake
from rondetafel.overleg.operations.intake import withdraw_datum as withdraw_datum
from rondetafel.overleg.operations.overleg import decide_datum as decide_datum
from rondetafel.overleg.operations.overleg import hold_overleg as hold_overleg
from rondetafel.overleg.operations.overleg import plan_overleg as plan_overleg
from rondetafel.overleg.operations.verzetten import assign_moment as assign_moment
from rondetafel.overleg.operations.verzetten import withdraw_overleg as withdraw_overleg
