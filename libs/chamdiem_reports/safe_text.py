"""Text that people typed, made fit for every format: what XML cannot hold or what turns reading order around is taken out."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Control characters, non-characters that XML 1.0 refuses, byte order marks and the marks that reverse the reading order.
_TAKEN_OUT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONG_RUN = re.compile(r"\S{25,}")
_BREAK_AFTER = re.compile("(_|[^\\s_]{12})(?=[^\\s\u0300-\u036f\u200b\u200d\ufe0f])")
_ZERO_WIDTH_SPACE = "\u200b"


def clean(text: str) -> str:
    """`text` in NFC with line feeds only, and only characters that XML 1.0 and JSON in UTF-8 can hold."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", _TAKEN_OUT.sub("", text))


def breakable(text: str) -> str:
    """`text` with invisible places to break in words of 25 characters and more, so that no word leaves its column."""
    return _LONG_RUN.sub(lambda run: _BREAK_AFTER.sub(rf"\1{_ZERO_WIDTH_SPACE}", run.group()), text)
