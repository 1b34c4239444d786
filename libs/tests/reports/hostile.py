"""Texts that would be markup, formulas or broken files if anything were put together by strings."""

HOSTILE_TEXTS = (
    "#panic(1) $x^2$ *đậm* _nghiêng_ `mã` @nhãn <b>đậm</b> &amp; \\ \"ngoặc\" 'đơn'",
    '#import "x.typ" // chú thích /* khối */',
    "]] ) } {{ %s {0} ${HOME} \\u{41} \\n",
    "]]></w:t></w:r> <!-- --> <script>alert(1)</script>",
    "=1+1",
    "@SUM(A1:A9)",
    "= Tiêu đề",
    "- gạch đầu dòng",
    "https://a.example/?q=1&b=2",
)
EMOJI = "📈👩‍👩‍👧🇻🇳 漢字 𝔘 \u0e01"
CONTROLS = "đầu\x00\x07\x1b\ud800\ufffe\u202egiữa\r\ncuối\x0btận\u2028cùng"
LONG_TEXT = " ".join(f"từ{number:04}" for number in range(1, 1430))[:10_000]
