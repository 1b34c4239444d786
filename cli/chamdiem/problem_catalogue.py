"""`python -m chamdiem.problem_catalogue [--check]`: every problem type with its title and status, as `docs/api/problems.md`."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from chamdiem.edge.problems import EDGE_PROBLEMS
from chamdiem.generated_pages import write_or_check
from chamdiem_kit.errors import DomainError
from chamdiem_kit.problems import FIXED_PROBLEMS, status_of
from chamdiem_rules.refusal import TITLES

_ROOMS = ("chamdiem_kit", "chamdiem_identity", "chamdiem_assessment", "chamdiem_appraisal", "chamdiem_ranking", "chamdiem_gateway")
_BY_THE_RULES = {"identity": "chamdiem_identity", "assessment": "chamdiem_assessment", "appraisal": "chamdiem_appraisal"}
_HEAD = """# Mã vấn đề (problem types)

Mọi lời từ chối là một bản ghi RFC 9457 (`application/problem+json`): `type` dưới đây ổn định, `title` nói điều đã xảy ra,
`detail` nói việc cần làm, `errors` nêu từng chỗ sai. Tệp này do `make docs` viết ra từ mã nguồn; không sửa tay.
"""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem type as an answer may carry it; `declared_by` is where it is written."""

    type: str
    status: int
    title: str
    declared_by: str


def declared_problems() -> list[Problem]:
    """Every type that a class or the kit declares, once for each declaration; classes that take over their parent's type count with it."""
    for room in _ROOMS:
        for module in _modules(room):
            importlib.import_module(module)
    found = [Problem(fixed.type, fixed.status, fixed.title, "chamdiem_kit.problems") for fixed in FIXED_PROBLEMS]
    found += [Problem(edge.type, edge.status, edge.title, "chamdiem.edge.problems") for edge in EDGE_PROBLEMS]
    for cls in _descendants(DomainError):
        declares = "type" in vars(cls) or "title" in vars(cls)
        if declares and cls.__module__.startswith("chamdiem"):
            found.append(Problem(cls.type, status_of(cls()), cls.title, f"{cls.__module__}.{cls.__name__}"))
    return sorted(found)


def refusals_of_the_rules() -> list[Problem]:
    """What the rules refuse, as each service answers it (422), less what a class of the service declares itself."""
    declared = {problem.type for problem in declared_problems()}
    refusals = [
        Problem(f"{service}/{code}", 422, TITLES[code], "chamdiem_rules")
        for service, package in _BY_THE_RULES.items()
        for code in _codes_within_reach(package)
    ]
    return sorted(problem for problem in refusals if problem.type not in declared)


def catalogue() -> str:
    """The page."""
    unique = {problem.type: problem for problem in (*declared_problems(), *refusals_of_the_rules())}
    lines = [_HEAD]
    section = ""
    for type_, problem in sorted(unique.items()):
        if type_.partition("/")[0] != section:
            section = type_.partition("/")[0]
            lines += [f"\n## {section}\n", "| type | HTTP | title |", "|---|---|---|"]
        lines.append(f"| `/problems/{type_}` | {problem.status} | {problem.title} |")
    return "\n".join(lines) + "\n"


def _descendants(cls: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in cls.__subclasses__():
        yield child
        yield from _descendants(child)


def _modules(package: str) -> Iterator[str]:
    spec = find_spec(package)
    for module in pkgutil.walk_packages(spec.submodule_search_locations if spec else (), f"{package}."):
        if ".migrations" not in module.name:
            yield module.name


def _codes_within_reach(package: str) -> set[str]:
    """The refusal codes written in a service, and in the modules of the rules that it imports, directly or through one another."""
    trees = [_tree(module) for module in _modules(package)]
    waiting = {name for tree in trees for name in _rules_imported(tree)}
    reached: set[str] = set()
    while waiting:
        module = waiting.pop()
        reached.add(module)
        waiting |= _rules_imported(_tree(module)) - reached
    codes = {text for tree in trees for text in _texts(tree)}
    for module in reached - {"chamdiem_rules.refusal"}:
        codes |= _texts(_tree(module))
    return codes & TITLES.keys()


@cache
def _tree(module: str) -> ast.Module:
    spec = find_spec(module)
    return ast.parse(Path(spec.origin).read_text("utf-8") if spec and spec.origin else "")


def _rules_imported(tree: ast.Module) -> set[str]:
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {module for module in modules if module.startswith("chamdiem_rules.")}


def _texts(tree: ast.Module) -> set[str]:
    """Every text of the code, and the last part of those that name a whole problem type."""
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text.rpartition("/")[2] for text in texts}


def main() -> None:
    """Write the page, or with `--check` say whether it is up to date."""
    sys.exit(write_or_check({"problems.md": catalogue()}, check="--check" in sys.argv[1:]))


if __name__ == "__main__":
    main()
