"""A service's OpenAPI document: problems as RFC 9457 has them, operations named by their function and said in Vietnamese."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "Yêu cầu bị từ chối (RFC 9457)",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
_PROBLEM = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "trace"],
    "properties": {
        "type": {"type": "string", "description": "Mã ổn định của vấn đề, ví dụ /problems/assessment/too-late"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Việc cần làm"},
        "trace": {"type": "string", "description": "Mã theo dõi để báo hỗ trợ"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}, "type": {"type": "string"}},
            },
        },
        "present": {"type": "object", "description": "Trạng thái hiện tại, khi dữ liệu đã được người khác sửa (412)"},
    },
}


def operation_id(route: APIRoute) -> str:
    """An operation is named by its function; unique within a service."""
    return route.name


def install_openapi(app: FastAPI) -> None:
    """Make `app.openapi()` give the finished document, computed once."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
            schema.setdefault("components", {}).setdefault("schemas", {})["Problem"] = _PROBLEM
            for path in schema["paths"].values():
                for operation in path.values():
                    first_line = str(operation.get("description", "")).strip().partition("\n")[0]
                    if first_line:
                        operation["summary"] = first_line.rstrip(".")
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
