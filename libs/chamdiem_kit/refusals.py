"""From a refusal of the rules to a problem of a service."""

from typing import Any

from chamdiem_kit.errors import DomainError, FieldError, Invalid
from chamdiem_kit.problems import problem_body
from chamdiem_rules.refusal import TITLES, Refused


def as_invalid(service: str, refused: Refused) -> Invalid:
    """The refusal as a 422 of the service; `errors[0].pointer` names the first field at fault."""
    errors = (FieldError(f"/{refused.column}", refused.detail),) if refused.column else ()
    return Invalid(refused.detail, errors=errors, type_=f"{service}/{refused.code}", title_=TITLES[refused.code])


def refused_line(index: int, error: DomainError, column: str = "") -> dict[str, Any]:
    """One refused line of a batch, as `docs/design/interfaces.md` section 2 says."""
    body = problem_body(error)
    if not column and error.errors:
        column = error.errors[0].pointer.lstrip("/")
    return {"index": index, "column": column, "problem": body}
