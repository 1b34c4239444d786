"""Notifications: reminders (đôn đốc, nhắc hạn), whom they go to and what they may say, and what is said of appeals. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from chamdiem_kit.errors import FieldError, Invalid, NotFound
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

TEXT_LIMIT: Final = 1000
ADDRESSEES_LIMIT: Final = 1000
_PATH = re.compile(r"/(?:[A-Za-z0-9_-][A-Za-z0-9/_.-]{0,290})?")


class NotificationNotFound(NotFound):
    type = "identity/notification-not-found"
    title = "Không tìm thấy thông báo"


class NobodyToRemind(Invalid):
    type = "identity/nobody-to-remind"
    title = "Chưa chọn nơi nhận nhắc hạn"


@dataclass(frozen=True)
class Reminder:
    """To the data entry accounts of `units` and the appraisal accounts of `appraisers`; `path`: the page of ours where the work waits."""

    units: tuple[str, ...]
    appraisers: tuple[str, ...]
    text: str
    path: str


def reminder(units: list[str], appraisers: list[str], said: str, path: str) -> Reminder:
    """A reminder with its text in NFC and each addressee once. Raises `NobodyToRemind`, `Refused`."""
    if not units and not appraisers:
        detail = "Hãy chọn ít nhất một đơn vị hoặc một cơ quan thẩm định."
        raise NobodyToRemind(detail, errors=(FieldError("/units", detail),))
    cleaned = clean_text(said, "text").strip()
    if not cleaned:
        raise Refused("value-missing", "Hãy viết nội dung nhắc.", "text")
    if len(cleaned) > TEXT_LIMIT:
        raise Refused("text-too-long", f"Nội dung nhắc dài nhất {TEXT_LIMIT} ký tự; hãy rút gọn.", "text")
    # Only a page of ours: a reminder in Home Affairs' name must not lead elsewhere.
    if not _PATH.fullmatch(path):
        raise Refused("value-not-allowed", "Chỉ dẫn tới trang của hệ thống, bắt đầu bằng /.", "path")
    return Reminder(tuple(dict.fromkeys(units)), tuple(dict.fromkeys(appraisers)), cleaned, path)


def appeal_asked(unit_name: str) -> str:
    """What Home Affairs' leaders are told."""
    return f"{unit_name} kiến nghị về kết quả đã công bố; hãy xem và trả lời."


def appeal_answered(outcome: str) -> str:
    """What the heads of the unit are told."""
    so = "đã có bản đính chính" if outcome == "corrected" else "kết quả được giữ nguyên"
    return f"Sở Nội vụ đã trả lời kiến nghị của đơn vị: {so}."
