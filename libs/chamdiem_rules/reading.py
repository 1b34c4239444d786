"""Reading a document's mappings field by field while every fault is gathered with its place, so that none hides another."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TypeVar

from chamdiem_rules.document import Node, Number, join_place
from chamdiem_rules.fault import Fault, Findings
from chamdiem_rules.numbers import is_count, is_number

E = TypeVar("E", bound=str)

Mapping = dict[str, Node]
NUMBER_FORM = "hãy ghi số không âm, tối đa 15 chữ số và 6 chữ số sau dấu chấm."


class Reading:
    """Faults and warnings gathered so far. Each reader answers a usable value after a fault, so reading goes on."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    @property
    def findings(self) -> Findings:
        """What was found, in the document's order."""
        return Findings(tuple(self.faults), tuple(self.warnings))

    def fault(self, place: str, message: str) -> None:
        """Refuse the document."""
        self.faults.append(Fault(place, message))

    def warn(self, place: str, message: str) -> None:
        """Say what is likely a slip, without refusing."""
        self.warnings.append(Fault(place, message))

    def faults_at(self, place: str) -> bool:
        """Whether a fault was told of this very place."""
        return any(fault.place == place for fault in self.faults)

    def mapping(self, node: Node, place: str) -> Mapping:
        """The mapping at `place`; empty after a fault."""
        if isinstance(node, dict):
            return node
        self.fault(place, "phải là một nhóm khóa: giá trị.")
        return {}

    def members(self, parent: Mapping, key: str, place: str, *, required: bool = True) -> Iterator[tuple[Node, str]]:
        """The members of the list under `key`, each with its place. A list that is required has to have one."""
        where = join_place(place, key)
        node = parent.get(key)
        if node is None and not required:
            return
        if not isinstance(node, list) or (required and not node):
            self.fault(where, "phải là danh sách" + (" có ít nhất một phần tử." if required else "."))
            return
        for index, member in enumerate(node):
            yield member, join_place(where, index)

    def text(self, parent: Mapping, key: str, place: str, *, required: bool = True) -> str:
        """The text under `key`, '' after a fault or where it may be absent. A number is its canonical text."""
        node = parent.get(key)
        where = join_place(place, key)
        if node is None and not required:
            return ""
        text = self.text_of(node, where)
        if required and text is not None and not text.strip():
            self.fault(where, "không được để trống.")
        return text or ""

    def text_of(self, node: Node, where: str) -> str | None:
        """The text of a scalar; None after a fault."""
        if isinstance(node, str):
            return node
        if isinstance(node, Number):
            # `1.10` is the number 1.1 in the canonical form, so as a code it would be two things at once.
            if node.text != node.canonical:
                self.fault(where, f"hãy đặt {node.text} trong dấu nháy để giữ nguyên cách viết.")
            return node.text
        self.fault(where, "thiếu hoặc không phải là văn bản.")
        return None

    def texts(self, parent: Mapping, key: str, place: str, *, required: bool = True) -> tuple[str, ...]:
        """The texts of the list under `key`."""
        found = (self.text_of(node, where) for node, where in self.members(parent, key, place, required=required))
        return tuple(text for text in found if text is not None)

    def number(self, parent: Mapping, key: str, place: str, *, default: Decimal | None = None) -> Decimal:
        """The number under `key`; 0 after a fault. Without a default it has to be there."""
        found = self.optional_number(parent, key, place)
        if found is not None:
            return found
        if default is not None and parent.get(key) is None:
            return default
        if parent.get(key) is None:
            self.fault(join_place(place, key), "thiếu số; " + NUMBER_FORM)
        return Decimal(0)

    def optional_number(self, parent: Mapping, key: str, place: str) -> Decimal | None:
        """The number under `key`, None where it is absent, null or, with a fault, no number."""
        node = parent.get(key)
        if node is None:
            return None
        text = node.text if isinstance(node, Number) else node
        if isinstance(text, str) and is_number(text):
            return Decimal(text)
        self.fault(join_place(place, key), f"{_shown(node)} không phải là số hợp lệ; " + NUMBER_FORM)
        return None

    def count(self, parent: Mapping, key: str, place: str, *, most: int, default: int | None = None) -> int:
        """The whole number under `key`, 0 to `most`; 0 after a fault."""
        node = parent.get(key)
        where = join_place(place, key)
        if node is None and default is not None:
            return default
        text = node.text if isinstance(node, Number) else node
        if not isinstance(text, str) or not is_count(text) or int(text) > most:
            self.fault(where, f"{_shown(node)} không phải là số nguyên từ 0 đến {most}.")
            return 0
        return int(text)

    def boolean(self, parent: Mapping, key: str, place: str, *, default: bool | None = None) -> bool:
        """true or false under `key`."""
        node = parent.get(key)
        if isinstance(node, bool):
            return node
        if node is None and default is not None:
            return default
        self.fault(join_place(place, key), "phải là true hoặc false.")
        return False

    def member_of(self, enum: type[E], parent: Mapping, key: str, place: str, *, default: E | None = None) -> E | None:
        """One of an enumeration's values; None after a fault."""
        node = parent.get(key)
        if node is None and default is not None:
            return default
        for value in enum:  # type: ignore[attr-defined]  # a StrEnum lists its members
            if node == value:
                return value  # type: ignore[no-any-return]
        known = ", ".join(enum)  # type: ignore[arg-type]
        self.fault(join_place(place, key), f"{_shown(node)} không có; hãy ghi một trong: {known}.")
        return None

    def known_keys(self, mapping: Mapping, place: str, keys: Collection[str]) -> None:
        """Warn of keys that the rules do not know; they are kept and covered by the fingerprint (§2)."""
        for key in mapping:
            if key not in keys:
                self.warn(join_place(place, key), "khóa không biết; được giữ nguyên nhưng không có tác dụng.")

    def once(self, seen: dict[str, str], code: str, where: str) -> None:
        """Refuse a code met before; `seen` is code → the place where it stood first."""
        if code in seen:
            self.fault(where, f"mã {code} lặp lại, đã có ở {seen[code]}.")
        elif code:
            seen[code] = where


def _shown(node: Node) -> str:
    match node:
        case None:
            return "giá trị trống"
        case bool():
            return "true" if node else "false"
        case Number(text) | str(text):
            return repr(text if len(text) <= 40 else text[:40] + "…")
    return "danh sách hoặc nhóm khóa"
