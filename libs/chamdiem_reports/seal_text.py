"""The words that stand on every page of every format."""

from chamdiem_reports.documents import Seal
from chamdiem_reports.safe_text import clean

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
REHEARSAL = "DIỄN TẬP"
QR_ALT = "Mã QR dẫn tới trang kiểm tra văn bản"
_SHORT = 8


def rehearsal_mark(seal: Seal) -> str:
    """DIỄN TẬP for a rehearsal, else empty."""
    return REHEARSAL if seal.rehearsal else ""


def footer_lines(seal: Seal) -> tuple[str, str]:
    """Status with the short code to compare by eye, and the whole fingerprint."""
    short = seal.fingerprint[:_SHORT].upper()
    status = f"{clean(seal.status_label)}. " if seal.status_label else ""
    rehearsal = f"{REHEARSAL} - không có giá trị công bố. " if seal.rehearsal else ""
    return (f"{rehearsal}{status}Mã ngắn: {short}. Quét mã QR để kiểm tra văn bản.", f"Mã kiểm tra (SHA-256): {seal.fingerprint}")
