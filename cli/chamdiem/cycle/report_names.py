"""Where a report lies under `reports/`, whatever characters the codes of set, unit, program and group have."""

import hashlib
import re
from pathlib import PurePosixPath
from typing import Literal

ReportFormat = Literal["pdf", "docx", "xlsx"]

# What some file system refuses or reads as more than a name; % itself too, so that two codes never meet in one name.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|%\u2028\u2029]')
_NAME_BYTES = 200  # of the 255 a name may have; the rest is for "-self-assessment.docx" and the digest of a longer one


def self_assessment_report(set_code: str, unit: str, form: ReportFormat) -> PurePosixPath:
    return PurePosixPath(safe_name(set_code), f"{safe_name(unit)}-self-assessment.{form}")


def appraisal_record(set_code: str, unit: str, form: ReportFormat) -> PurePosixPath:
    return PurePosixPath(safe_name(set_code), f"{safe_name(unit)}-appraisal.{form}")


def ranking_table(program: str, group: str, form: ReportFormat) -> PurePosixPath:
    return PurePosixPath(f"{safe_name(program)}-{safe_name(group)}-ranking.{form}")


def safe_name(code: str) -> str:
    """The code as one part of a path: as it is where it can be, else with %XX for what cannot stand in a file name.

    A code longer than 200 bytes is cut and ended with 16 digits of its SHA-256, so that different codes stay different.
    """
    name = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), code)
    name = re.sub(r"^[. ]|[. ]$", lambda found: f"%{ord(found.group()):02X}", name) or "%"
    encoded = name.encode()
    if len(encoded) <= _NAME_BYTES:
        return name
    return encoded[:_NAME_BYTES].decode(errors="ignore") + "%" + hashlib.sha256(code.encode()).hexdigest()[:16]
