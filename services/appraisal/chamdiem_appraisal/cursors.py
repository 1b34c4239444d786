"""Cursors of this service's lists, read back into keys."""

from uuid import UUID

from chamdiem_kit.paging import BadCursor, key_of


def one_id(after: str | None) -> UUID | None:
    """The id a list goes on after. Raises `BadCursor`."""
    return None if after is None else _uuid(key_of(after, (str,))[0])


def sheet_and_code(after: str | None) -> tuple[UUID, str] | None:
    """The sheet and code a list goes on after. Raises `BadCursor`."""
    if after is None:
        return None
    sheet_id, code = key_of(after, (str, str))
    return _uuid(sheet_id), code if code.isprintable() else ""


def sheet_and_position(after: str | None) -> tuple[UUID, int] | None:
    """The sheet and the place in its set a list goes on after. Raises `BadCursor`."""
    if after is None:
        return None
    sheet_id, position = key_of(after, (str, int))
    if not 0 <= position < 2**31:
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    return _uuid(sheet_id), position


def sheet_position_round(after: str | None) -> tuple[UUID, int, int] | None:
    """The sheet, the place in its set and the round a list goes on after. Raises `BadCursor`."""
    if after is None:
        return None
    sheet_id, position, round_ = key_of(after, (str, int, int))
    if not (0 <= position < 2**31 and 0 <= round_ < 2**31):
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    return _uuid(sheet_id), position, round_


def one_number(after: str | None) -> int | None:
    """The number a list goes on after. Raises `BadCursor`."""
    if after is None:
        return None
    number: int = key_of(after, (int,))[0]
    if not 0 <= number < 2**63:
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    return number


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise BadCursor("Hãy lấy lại trang từ đầu.") from fault
