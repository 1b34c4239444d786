"""What all three documents share: opening, closing and the facts that open a spreadsheet."""

from chamdiem_reports.documents import Head, Level, Seal, Signer, Subject
from chamdiem_reports.layout import Opening, Paragraph, Signature
from chamdiem_reports.vietnamese import format_date_long

DEFAULT_RECIPIENTS = ("Như trên;", "Lưu: VT.")
SHORT_FINGERPRINT = 8


def opening(head: Head, *, kind: str, abstract: str, symbol: str = "") -> Opening:
    """The head of page one. A document of a numbered type (`symbol`) without a number gets room to write it."""
    number = f"Số: {head.number}" if head.number else ""
    if not number and symbol:
        number = f"Số:          /{document_symbol(head, symbol)}"
    place = f"{head.place}, " if head.place else ""
    return Opening(head=head, number=number, place_and_date=place + format_date_long(head.dated_on), kind=kind, abstract=abstract)


def document_symbol(head: Head, symbol: str) -> str:
    """`BC-SNV`, or `BC` for a body without an abbreviation."""
    return f"{symbol}-{head.abbreviation}" if head.abbreviation else symbol


def bases(subject: Subject) -> tuple[Paragraph, ...]:
    """The bases (căn cứ), in italics."""
    decision = f"{subject.issuing_decision} ban hành " if subject.issuing_decision else ""
    return (Paragraph(f"Căn cứ {decision}{subject.criteria_set_title};", "basis"),)


def signature(recipients: tuple[str, ...], signer: Signer) -> Signature:
    """The closing block, with the usual recipients where none are named."""
    return Signature(recipients or DEFAULT_RECIPIENTS, signer.position, signer.name)


def common_info(head: Head, subject: Subject, seal: Seal) -> tuple[tuple[str, str], ...]:
    """Label and value pairs of every spreadsheet."""
    pairs = (
        ("Cơ quan chủ quản", head.parent_body),
        ("Cơ quan, đơn vị ban hành", head.issuing_body),
        ("Số, ký hiệu", head.number),
        ("Địa danh, thời gian", opening(head, kind="", abstract="").place_and_date),
        ("Chương trình chấm điểm", subject.program_title),
        ("Năm đánh giá", str(subject.year)),
        ("Bộ tiêu chí", subject.criteria_set_title),
        ("Văn bản ban hành", subject.issuing_decision),
        ("Trạng thái", seal.status_label),
        ("Diễn tập", "DIỄN TẬP" if seal.rehearsal else "Không"),
        ("Mã kiểm tra (SHA-256)", seal.fingerprint),
        ("Địa chỉ kiểm tra", seal.check_url),
    )
    return tuple(pair for pair in pairs if pair[1])


def row_title(level: Level, title: str) -> str:
    """Fields stand in capitals."""
    return title.upper() if level == "field" else title


def is_bold(level: Level) -> bool:
    """Fields and criteria stand in bold."""
    return level in ("field", "criterion")


def short_digest(sha256: str) -> str:
    """The first digits, enough to tell two files of one name apart."""
    return sha256[:SHORT_FINGERPRINT]
