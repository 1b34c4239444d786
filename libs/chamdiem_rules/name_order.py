"""Vietnamese name order (scoring-rules.md section 7) as one text that sorts by code point, so also in a `COLLATE "C"` column."""

import unicodedata
from typing import Final

_ALPHABET: Final = {letter: chr(ord("a") + place) for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE: Final = "0"

# One mark before each letter puts the kinds in order; the end of a name sorts before all of them.
_END, _BLANK, _SIGN, _DIGIT, _LETTER, _FOREIGN_LETTER = " ", "!", '"', "#", "$", "%"


def name_sort_key(name: str, code: str) -> str:
    """The text by whose code points units of equal rank are listed.

    Letters over the whole name first (a ă â b c d đ …; a blank before signs, signs by code point, then digits, then letters), then tones
    in the order ngang, huyền, hỏi, ngã, sắc, nặng, then lower before upper case, then the unit's code.
    """
    letters: list[str] = []
    tones: list[str] = []
    cases: list[str] = []
    for cluster in _clusters(unicodedata.normalize("NFD", name)):
        tone = next((_TONES[mark] for mark in cluster[1:] if mark in _TONES), _NO_TONE)
        letter = unicodedata.normalize("NFC", "".join(c for i, c in enumerate(cluster) if i == 0 or c not in _TONES))
        lower = letter.lower()
        letters.append(_weight(lower))
        tones.append(tone)
        cases.append("0" if letter == lower else "1")
    return _END.join(("".join(letters), "".join(tones), "".join(cases), code))


def _clusters(text: str) -> list[str]:
    """Each character with the marks that combine with it."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _weight(letter: str) -> str:
    if letter in _ALPHABET:
        return _LETTER + _ALPHABET[letter]
    category = unicodedata.category(letter[0])
    if letter.isspace():
        return _BLANK
    if category == "Nd":
        return _DIGIT + letter
    return (_FOREIGN_LETTER if category.startswith("L") else _SIGN) + letter
