"""Documents that people write, read as text-exact trees: YAML by its core schema as cycle-folder.md has it, and strict JSON.

Numbers keep their text, nothing constructs objects, and no document can grow, nest or loop beyond the limits here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from chamdiem_rules.text import nfc

MAX_CHARACTERS: Final = 4_000_000
MAX_DEPTH: Final = 100
MAX_NODES: Final = 400_000
"""Nodes of a document with its aliases written out: anchors that multiply stop here."""

_PLAIN_NUMBER: Final = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?", re.ASCII)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_CORE_TAGS: Final = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "null", "bool", "int", "float"))
_TEXT_TAG: Final = "tag:yaml.org,2002:str"
_PLACE_KEY: Final = re.compile(r"\w[\w-]*")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Number:
    """A plain decimal scalar, its text as written."""

    text: str

    @property
    def canonical(self) -> str:
        """Without plus sign, leading zeros and trailing zeros of the fraction (`0.5`, `3`); text of another form stays as written."""
        match = _PLAIN_NUMBER.fullmatch(self.text)
        if match is None:
            return self.text
        sign, whole, fraction = match.groups()
        fraction = (fraction or "").rstrip("0")
        return ("-" if sign == "-" else "") + (whole.lstrip("0") or "0") + ("." + fraction if fraction else "")


Node = None | bool | str | Number | list["Node"] | dict[str, "Node"]


class DocumentFault(Exception):
    """A document that cannot be read. `place` is like `fields[2].criteria[0]`, `line` and `column` count from 1 (0: not known)."""

    def __init__(self, message: str, place: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.line = line
        self.column = column

    def __str__(self) -> str:
        where = f"dòng {self.line}, cột {self.column}: " if self.line else ""
        return f"{where}{self.place + ': ' if self.place else ''}{self.message}"


def join_place(place: str, key: str | int) -> str:
    """The place of a member of the list or mapping at `place`."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    name = key if _PLACE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    return f"{place}.{name}" if place else name


def load_yaml(text: str) -> Node:
    """The tree of one YAML document, all text in NFC. Raises `DocumentFault`.

    A plain `[+-]?[0-9]+(\\.[0-9]+)?` is a `Number`, true, false and null are themselves; all else is text, as `yes`, `on`, `1e3`, `0x1F`.
    """
    _check_length(text)
    try:
        # Events, not nodes: PyYAML's composer calls itself for every level, so deep nesting would break it before our limit is seen.
        return _Builder().build(yaml.parse(text.removeprefix("\ufeff"), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise DocumentFault(f"YAML sai cú pháp ({error.problem}).", "", line, column) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 0
        raise DocumentFault("có ký tự điều khiển hoặc ký tự không dùng được trong YAML.", "", line, 1) from None
    except (yaml.YAMLError, UnicodeError):
        raise DocumentFault("YAML sai cú pháp.") from None


def load_json(text: str) -> Node:
    """The same tree from strict JSON. Raises `DocumentFault`: repeated keys, NaN, Infinity, more than 100 levels, all that is no JSON."""
    _check_length(text)
    depth_fault = _json_depth_fault(text)
    if depth_fault is not None:
        raise depth_fault
    try:
        tree = json.loads(text, object_pairs_hook=_unique, parse_float=Number, parse_int=Number, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise DocumentFault("JSON sai cú pháp.", "", error.lineno, error.colno) from None
    return _cleaned(tree)


def _check_length(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise DocumentFault(f"tài liệu quá dài; tối đa {MAX_CHARACTERS} ký tự.")


def _clean(text: str, place: str = "", line: int = 0, column: int = 0) -> str:
    kept = nfc(text)
    if "\0" in kept or any("\ud800" <= c <= "\udfff" for c in kept):
        raise DocumentFault("có ký tự không lưu được (NUL hoặc nửa ký tự); hãy xóa ký tự đó.", place, line, column)
    return kept


class _Open:
    """A list or mapping whose end has not been met yet."""

    def __init__(self, value: list[Node] | dict[str, Node], place: str, anchor: str | None, nodes_before: int) -> None:
        self.value = value
        self.place = place
        self.anchor = anchor
        self.nodes_before = nodes_before
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def next_place(self) -> str:
        return join_place(self.place, len(self.value) if isinstance(self.value, list) else self.key or "")

    def add(self, node: Node) -> None:
        if isinstance(self.value, list):
            self.value.append(node)
        elif self.key is not None:
            self.value[self.key] = node
            self.key = None


class _Builder:
    """Builds the tree from YAML events on a stack of its own, so no nesting is deeper than it allows."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.nodes = 0
        self.root: Node = None
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Node:
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        raise self._fault(event, "tệp có nhiều tài liệu YAML; chỉ giữ một.")
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.SequenceStartEvent():
                    self._open(event, [])
                case yaml.MappingStartEvent():
                    self._open(event, {})
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._close()
        return self.root

    def _scalar(self, event: Any) -> None:
        self._check_tag(event)
        place = self._place()
        text = _clean(event.value, place, event.start_mark.line + 1, event.start_mark.column + 1)
        # `implicit[0]`: written plain and without a tag, so the core schema decides what it is.
        is_plain = event.implicit[0] or (not event.style and event.tag in _CORE_TAGS and event.tag != _TEXT_TAG)
        node: Node = text
        if is_plain and _PLAIN_NUMBER.fullmatch(text):
            node = Number(text)
        elif self.stack and self.stack[-1].wants_key:
            node = text
        elif is_plain and text in _BOOLEANS:
            node = _BOOLEANS[text]
        elif is_plain and text in _NULLS:
            node = None
        self._count(event, 1)
        self._place_node(event, node)
        if event.anchor:
            self.anchors[event.anchor] = (node, 1)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise self._fault(event, f"tham chiếu *{event.anchor} không trỏ tới phần nào đã kết thúc phía trên.")
        node, size = self.anchors[event.anchor]
        self._count(event, size)
        self._place_node(event, node)

    def _open(self, event: Any, value: list[Node] | dict[str, Node]) -> None:
        self._check_tag(event)
        if self.stack and self.stack[-1].wants_key:
            raise self._fault(event, "khóa phải là văn bản.")
        if len(self.stack) >= MAX_DEPTH:
            raise self._fault(event, f"lồng nhau quá {MAX_DEPTH} tầng.")
        self.stack.append(_Open(value, self._place(), event.anchor, self.nodes))
        self._count(event, 1)

    def _close(self) -> None:
        done = self.stack.pop()
        if done.anchor:
            self.anchors[done.anchor] = (done.value, self.nodes - done.nodes_before)
        if self.stack:
            self.stack[-1].add(done.value)
        else:
            self.root = done.value

    def _place_node(self, event: Any, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.wants_key:
            top.add(node)
            return
        if isinstance(node, list | dict):
            raise self._fault(event, "khóa phải là văn bản.")
        key = node.canonical if isinstance(node, Number) else str(node)
        if key in top.value:
            raise self._fault(event, f"khóa {key!r} lặp lại; mỗi khóa chỉ ghi một lần.")
        top.key = key

    def _count(self, event: Any, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise self._fault(event, "tài liệu quá lớn khi mở hết các tham chiếu; hãy viết rõ thay vì dùng & và *.")

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _CORE_TAGS and event.tag != "!":
            raise self._fault(event, f"thẻ {event.tag!r} không được dùng; hãy bỏ thẻ.")

    def _place(self) -> str:
        if not self.stack:
            return ""
        top = self.stack[-1]
        return top.place if top.wants_key else top.next_place()

    def _fault(self, event: Any, message: str) -> DocumentFault:
        return DocumentFault(message, self._place(), event.start_mark.line + 1, event.start_mark.column + 1)


def _json_depth_fault(text: str) -> DocumentFault | None:
    """Levels are counted before parsing: the JSON parser calls itself for each, and dies of ten thousand."""
    depth = 0
    # Possessive and without asking for the closing quote: a string never closed must not be tried again from each of its quotes.
    for match in re.finditer(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', text, re.DOTALL):
        mark = match[0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                line = text.count("\n", 0, match.start()) + 1
                return DocumentFault(f"lồng nhau quá {MAX_DEPTH} tầng.", "", line, match.start() - text.rfind("\n", 0, match.start()))
        elif mark in "]}":
            depth -= 1
    return None


def _unique(pairs: list[tuple[str, Node]]) -> dict[str, Node]:
    members: dict[str, Node] = {}
    for key, value in pairs:
        name = _clean(key)
        if name in members:
            raise DocumentFault(f"khóa {name!r} lặp lại; mỗi khóa chỉ ghi một lần.")
        members[name] = value
    return members


def _refuse_constant(name: str) -> Node:
    raise DocumentFault(f"{name} không phải là số hợp lệ trong JSON.")


def _cleaned(node: Any) -> Node:
    if isinstance(node, str):
        return _clean(node)
    if isinstance(node, list):
        return [_cleaned(member) for member in node]
    if isinstance(node, dict):
        return {key: _cleaned(member) for key, member in node.items()}
    return node  # type: ignore[no-any-return]  # numbers, booleans and null, as the hooks made them
