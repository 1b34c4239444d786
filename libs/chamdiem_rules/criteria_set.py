"""The front door of criteria sets: their types, reading, and every fault that refuses one (scoring-rules.md section 2)."""

from chamdiem_rules.fault import Fault, Findings, SetRefused
from chamdiem_rules.set_reading import faults_of, read_criteria_set
from chamdiem_rules.set_types import (
    HOME_AFFAIRS,
    Adjustment,
    AdjustmentKind,
    Appraiser,
    CheckRule,
    CriteriaSet,
    Criterion,
    Field,
    KnockOut,
    Leaf,
    Level,
    Operator,
    Program,
    RankBy,
    RankingRules,
    TieRule,
)

__all__ = [
    "HOME_AFFAIRS",
    "Adjustment",
    "AdjustmentKind",
    "Appraiser",
    "CheckRule",
    "CriteriaSet",
    "Criterion",
    "Fault",
    "Field",
    "Findings",
    "KnockOut",
    "Leaf",
    "Level",
    "Operator",
    "Program",
    "RankBy",
    "RankingRules",
    "SetRefused",
    "TieRule",
    "faults_of",
    "read_criteria_set",
]
