"""Looking for words in the database, with or without Vietnamese marks: `thanh hoa` finds `Thanh Hóa`, `hóa` does not find `hoa`."""

from typing import Annotated, Any

from fastapi import Query

from chamdiem_rules.text import nfc

Words = Annotated[str | None, Query(max_length=400, pattern=r"^[^\x00]*$", description="Từ cần tìm, có dấu hoặc không dấu")]
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_BARE = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd"
_WITHOUT = str.maketrans(_MARKED, _BARE)
_MOST = 12


def finds(words: str | None, looked_in: str, values: dict[str, Any], name: str = "word") -> str:
    """The condition that the SQL text `looked_in` holds each of the words; their values are put into `values` as `name`0, `name`1 …"""
    conditions = []
    for place, word in enumerate(nfc(words or "").lower().split()[:_MOST]):
        values[f"{name}{place}"] = word
        bare = word.translate(_WITHOUT) == word
        whole = f"lower({looked_in})"
        shown = f"translate({whole}, '{_MARKED}', '{_BARE}')" if bare else whole
        conditions.append(f"strpos({shown}, :{name}{place}) > 0")
    return " AND ".join(conditions) or "true"
