"""Everybody in the example province: those shown at the end, one of every kind, and an officer, a head and a lead wherever one is due."""

import random
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chamdiem.cycle.people import Person
from chamdiem.demo.documents import Unit

HOME_AFFAIRS_UNIT, OWN_UNIT_MANAGERS_UNIT = "so-noi-vu", "van-phong-ubnd-tinh"
SHOWN_UNIT = "so-y-te"
WAITING_UNIT, RETURNED_UNIT, APPROVED_UNIT = "so-giao-duc-va-dao-tao", "so-xay-dung", "so-cong-thuong"
SUB_UNIT = "trung-tam-kiem-soat-benh-tat"
SUB_UNIT_NAME = "Trung tâm Kiểm soát bệnh tật tỉnh Thanh Hóa"
DEPUTY = "pho-giam-doc-so-y-te"
SECOND_ACCOUNT = "chuyen-vien-so-noi-vu"
MANAGER, OWN_UNIT_MANAGER = "lanh-dao-so-noi-vu", "quan-ly-thay"
COUNCIL = ("tham-dinh-so-tu-phap", "chu-tich-hoi-dong")

# Named as `chamdiem up` names its demonstration people, so that both know the same.
_OFFICERS = {SHOWN_UNIT: "nhap-lieu-so-y-te"}
_HEADS = {SHOWN_UNIT: "giam-doc-so-y-te"}
_LEADS = {"STP": "dau-moi-so-tu-phap"}

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Đặng", "Lương", "Trịnh", "Hà", "Mai", "Cao")
_GIVEN = (
    ("Văn", ("Hùng", "Dũng", "Thành", "Quang", "Sơn", "Tuấn", "Đức", "Minh", "Hải", "Long")),
    ("Thị", ("Lan", "Hương", "Thủy", "Hạnh", "Nga", "Loan", "Hồng", "Mai", "Phương", "Tuyết")),
)


@dataclass(frozen=True)
class Shown:
    """A person to sign in as: who it is, and what there is to try."""

    username: str
    role: str
    tries: str


def shown_people(year: int) -> tuple[Shown, ...]:
    """One of every kind, in the order in which a cycle needs them."""
    return (
        Shown(MANAGER, "quản lý (Sở Nội vụ)", f"tiến độ và nhắc đơn vị, kỳ đánh giá, kết quả năm {year - 1} và phiên họp Hội đồng"),
        Shown(OWN_UNIT_MANAGER, "quản lý, chỉ với phiếu của Sở Nội vụ", "gia hạn cho Sở Nội vụ"),
        Shown("nhap-lieu-so-y-te", "nhập liệu (Sở Y tế)", f"phiếu CCHC năm {year} đang nhập dở; giải trình của phiếu hoàn thành nhiệm vụ"),
        Shown(f"nhap-lieu-{SUB_UNIT}", "nhập liệu (đơn vị trực thuộc Sở Y tế)", "tiêu chí được Sở Y tế giao"),
        Shown("giam-doc-so-y-te", "lãnh đạo phê duyệt (Sở Y tế)", "gửi giải trình; ủy quyền phê duyệt"),
        Shown(DEPUTY, "phó giám đốc được ủy quyền phê duyệt (Sở Y tế)", "phê duyệt thay trong thời gian ủy quyền"),
        Shown(f"thu-truong-{WAITING_UNIT}", "lãnh đạo phê duyệt (Sở Giáo dục và Đào tạo)", "báo cáo đang chờ: xem, phê duyệt, gửi"),
        Shown(f"nhap-lieu-{RETURNED_UNIT}", "nhập liệu (Sở Xây dựng)", "phiếu bị trả lại kèm lý do"),
        Shown("dau-moi-so-tu-phap", "đầu mối thẩm định (Sở Tư pháp)", f"hoàn thành nhiệm vụ năm {year}: chia việc, chấm, gửi"),
        Shown(COUNCIL[0], "thành viên thẩm định, hội đồng (Sở Tư pháp)", "chấm phần được giao; ý kiến tại phiên họp Hội đồng"),
        Shown(COUNCIL[1], "chủ tịch hội đồng (Văn phòng UBND tỉnh)", f"kết quả năm {year - 1}, ý kiến tại phiên họp"),
        Shown(SECOND_ACCOUNT, "quản trị và thẩm định (hai tài khoản, Sở Nội vụ)", "chọn tài khoản để làm việc"),
        Shown("ho-tro", "hỗ trợ kỹ thuật", "sự cố được chuyển tới"),
    )


@dataclass(frozen=True)
class Company:
    """All people by user name, with the administrator who grants them."""

    administrator: Person
    by_name: dict[str, Person]

    @property
    def manager(self) -> Person:
        return self.by_name[MANAGER]

    def officer(self, unit_code: str) -> Person:
        return self.by_name[_OFFICERS.get(unit_code, f"nhap-lieu-{unit_code}")]

    def head(self, unit_code: str) -> Person:
        return self.by_name[_HEADS.get(unit_code, f"thu-truong-{unit_code}")]

    def lead(self, agency: str) -> Person:
        return self.by_name[_LEADS.get(agency, f"dau-moi-{agency.lower()}")]

    @property
    def council(self) -> list[Person]:
        return [self.by_name[name] for name in COUNCIL]


def company_of(units: Sequence[Unit], administrator: Person) -> Company:
    """Everybody whom the administrator grants an account."""
    everybody = {person.username: person for person in _people(units)}
    for person in everybody.values():
        person.password = secrets.token_urlsafe(9)  # to be typed by hand, on this machine only
    return Company(administrator, everybody)


def _people(units: Sequence[Unit]) -> Iterator[Person]:
    name = _holder_names()
    yield Person(MANAGER, "Trần Văn Quản", "management", unit_code=HOME_AFFAIRS_UNIT)
    yield Person(OWN_UNIT_MANAGER, next(name), "management", unit_code=OWN_UNIT_MANAGERS_UNIT, only_for_unit=HOME_AFFAIRS_UNIT)
    for unit in units:
        yield Person(_OFFICERS.get(unit.code, f"nhap-lieu-{unit.code}"), next(name), "data_entry", unit_code=unit.code)
        yield Person(_HEADS.get(unit.code, f"thu-truong-{unit.code}"), next(name), "data_entry", ("unit_approver",), unit_code=unit.code)
    yield Person(f"nhap-lieu-{SUB_UNIT}", next(name), "data_entry", unit_code=SUB_UNIT)
    yield Person(DEPUTY, next(name), "data_entry", unit_code=SHOWN_UNIT)
    for unit in _agencies(units):
        code = unit.appraiser
        yield Person(
            _LEADS.get(code, f"dau-moi-{code.lower()}"),
            next(name),
            "appraisal",
            ("appraisal_lead",),
            unit_code=unit.code,
            appraiser_code=code,
        )
    yield Person(COUNCIL[0], next(name), "appraisal", ("council_member",), unit_code="so-tu-phap", appraiser_code="STP")
    yield Person(COUNCIL[1], next(name), "appraisal", ("council_member",), unit_code=OWN_UNIT_MANAGERS_UNIT, appraiser_code="VPUBND")
    yield Person(SECOND_ACCOUNT, next(name), "appraisal", unit_code=HOME_AFFAIRS_UNIT, appraiser_code="SNV")
    yield Person("ho-tro", "Vũ Thị Trợ", "support")


def _agencies(units: Iterable[Unit]) -> Iterator[Unit]:
    return (unit for unit in units if unit.appraiser)


def _holder_names() -> Iterator[str]:
    """Names of people who do not exist, none twice, the same on every run."""
    names = [f"{surname} {middle} {given}" for surname in _SURNAMES for middle, all_given in _GIVEN for given in all_given]
    random.Random("holders").shuffle(names)  # noqa: S311
    return iter(names)
