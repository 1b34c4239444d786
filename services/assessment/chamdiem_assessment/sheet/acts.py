"""Which right each act on a sheet asks for."""

from collections.abc import Mapping

from chamdiem_assessment.access import Right

ACTS: Mapping[str, Right] = {
    "save": Right.ENTER_VALUES,
    "submit": Right.SUBMIT_SHEET,
    "return": Right.RETURN_SHEET,
    "export": Right.EXPORT_REPORT,
    "approve": Right.APPROVE_REPORT,
    "void_approval": Right.VOID_APPROVAL,
    "attach_signed_report": Right.ATTACH_SIGNED_REPORT,
    "send": Right.SEND_SHEET,
    "recall": Right.RECALL_SHEET,
}
