"""How Vietnamese documents write numbers, dates and times (practice notes, sections 10 and 11)."""

from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal

ICT = timezone(timedelta(hours=7), "ICT")  # Asia/Ho_Chi_Minh has had no other offset since 1975, so no time-zone data is needed
MINUS = "\u2212"
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_SWAPPED = str.maketrans({",": ".", ".": ",", "-": MINUS})


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` with `decimals` digits after the point, half-up, never minus zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE) + 0


def format_number(value: Decimal | int, decimals: int = 2) -> str:
    """Decimal comma, dot between thousands: `92,83`, `1.260`; rounded half-up to `decimals` digits for display."""
    plain = f"{rounded(Decimal(value), decimals):,f}"
    return plain.translate(_SWAPPED)


def format_signed(value: Decimal | int, decimals: int = 2) -> str:
    """As `format_number`, with `+` before what is above zero once rounded."""
    return ("+" if rounded(Decimal(value), decimals) > 0 else "") + format_number(value, decimals)


def format_date_long(day: date | None) -> str:
    """`ngày 08 tháng 02 năm 2023`: days under 10 and months 1 and 2 take a leading zero; dots for a date not known."""
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def format_date(day: date) -> str:
    """`08/02/2023`, for tables."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def format_instant(instant: datetime) -> str:
    """`17:05 ngày 08/02/2023` on Vietnamese clocks. Raises `ValueError` for an instant without an offset."""
    if instant.utcoffset() is None:
        raise ValueError("an instant needs an offset")
    local = instant.astimezone(ICT)
    return f"{local:%H:%M} ngày {format_date(local)}"
