"""Faults of the folder itself: any one of them ends the command with status 2 before anything is started."""

_MESSAGE_CHARACTERS = 400


class FolderFault(Exception):
    """The folder cannot be played (docs/design/cycle-folder.md, exit status 2).

    `file` is the path inside the folder as the folder's own files write it, or the folder or output itself;
    `place` a place inside a YAML file or empty; `line` a physical line from 1 or none; `message` a Vietnamese sentence.
    """

    def __init__(self, file: str, message: str, *, place: str = "", line: int | None = None) -> None:
        super().__init__(file, message, place, line)
        self.file, self.message, self.place, self.line = file, message, place, line

    def __str__(self) -> str:
        """One Vietnamese line for standard error: which file, which line or place, and why."""
        where = [one_line(self.file)]
        if self.line is not None:
            where.append(f"dòng {self.line}")
        if self.place:
            where.append(one_line(self.place))
        return f"{', '.join(where)}: {one_line(self.message)}"


def one_line(text: str, limit: int = _MESSAGE_CHARACTERS) -> str:
    """The text without line breaks and control characters, cut after `limit` code points: an input cannot forge a second line."""
    shown = text if len(text) <= limit else text[:limit] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown)
