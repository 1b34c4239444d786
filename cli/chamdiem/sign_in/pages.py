"""An identity provider's pages as a program reads them: their forms, and what they say when they refuse."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

_TELLS = re.compile(r"input-error|kc-error-message|kc-feedback-text|\bfault\b")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Form:
    """One form: where it goes, and its fields with what is already in them."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Page:
    """One page. `complaint` is what it says is wrong, in the page's own words; empty where it says nothing."""

    forms: list[Form]
    complaint: str

    def form_with(self, name: str) -> Form | None:
        """The first form that has this field."""
        return next((form for form in self.forms if name in form.fields), None)


def read_page(url: str, text: str) -> Page:
    """Read a page that was answered at `url`."""
    reader = _Reader(url)
    reader.feed(text)
    return Page(reader.forms, " ".join(dict.fromkeys(reader.complaints)))


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self.forms: list[Form] = []
        self.complaints: list[str] = []
        self._depth = 0  # inside an element that tells what is wrong
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "form":
            self.forms.append(Form(urljoin(self._url, attributes.get("action") or self._url)))
        elif tag in {"input", "button"} and self.forms and (name := attributes.get("name")) and attributes.get("type") != "checkbox":
            self.forms[-1].fields[name] = attributes.get("value") or ""
        if tag in _VOID:
            return
        if self._depth or _TELLS.search(f"{attributes.get('id') or ''} {attributes.get('class') or ''}"):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in _VOID:
            self._depth -= 1
            if not self._depth:
                said = " ".join("".join(self._said).split())
                self._said.clear()
                if said:
                    self.complaints.append(said)

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._said.append(data)
