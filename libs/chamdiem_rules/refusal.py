"""The one way in which the rules say no to a line, a value or a score, and the titles of all such refusals."""

from typing import Final


class Refused(Exception):
    """A value, a score or a line that the rules do not take.

    `code` is the stable last part of a problem's type (cycle-folder.md), `detail` a Vietnamese sentence that says what to do,
    `column` the first field at fault: option, numerator, denominator, count, not_applicable, explanation, evidence, score, reason, or ''.
    """

    def __init__(self, code: str, detail: str, column: str = "") -> None:
        super().__init__(code, detail, column)
        self.code = code
        self.detail = detail
        self.column = column

    @property
    def title(self) -> str:
        """What happened, in Vietnamese."""
        return TITLES[self.code]


TITLES: Final[dict[str, str]] = {
    "unknown-set": "Không có bộ tiêu chí này trong kỳ đánh giá",
    "unknown-unit": "Không có đơn vị này",
    "unknown-item": "Không có tiêu chí hoặc mục điểm này trong bộ tiêu chí",
    "unit-not-in-set": "Bộ tiêu chí không áp dụng cho đơn vị này",
    "unknown-option": "Không có phương án này",
    "not-a-number": "Không phải là số hợp lệ",
    "out-of-range": "Giá trị nằm ngoài khoảng cho phép",
    "too-many-digits": "Điểm có quá nhiều chữ số sau dấu chấm",
    "value-missing": "Thiếu giá trị",
    "value-not-allowed": "Giá trị không dùng ở đây",
    "not-applicable-not-allowed": "Tiêu chí không cho phép đề nghị không áp dụng",
    "numerator-without-denominator": "Có tử số nhưng mẫu số bằng không",
    "evidence-missing": "Không tìm thấy tệp tài liệu kiểm chứng",
    "evidence-refused": "Tệp tài liệu kiểm chứng không được nhận",
    "unsafe-name": "Tên tệp không an toàn",
    "text-too-long": "Nội dung quá dài",
    "bad-time": "Thời điểm không đúng định dạng",
    "already-sent": "Kết quả tự đánh giá đã được gửi",
    "incomplete": "Kết quả tự đánh giá chưa đầy đủ",
    "too-early": "Chưa đến thời gian tự đánh giá",
    "too-late": "Đã hết thời hạn",
    "system-item": "Tiêu chí do hệ thống tính, không nhập tay",
    "score-not-possible": "Cách chấm của tiêu chí không cho ra điểm này",
    "reason-missing": "Thiếu lý do điểm thẩm định khác điểm tự chấm",
    "not-claimed": "Đơn vị không đề nghị không áp dụng",
    "unknown-form": "Không có phiếu khảo sát này",
    "unknown-question": "Không có câu hỏi này trong phiếu khảo sát",
    "form-not-for-unit": "Phiếu khảo sát không dùng cho đơn vị này",
    "too-many-answers": "Số câu trả lời nhiều hơn số phiếu hợp lệ",
    "not-manual": "Điều kiện khống chế này do hệ thống tự xét",
    "unknown-knock-out": "Không có điều kiện khống chế này",
    "duplicate": "Dòng bị lặp lại",
    "wrong-field-count": "Số cột của dòng không đúng",
}
