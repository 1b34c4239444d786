"""The object store as both services meet it: buckets, versions, lock, lifecycle, and that each key does only what it is for."""

import asyncio
import io
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import urllib3
from minio import Minio
from minio.error import S3Error
from urllib3.exceptions import HTTPError

from chamdiem.doctor.clocks import clock_findings, date_of, now
from chamdiem.doctor.finding import Finding, fault, well
from chamdiem_kit.settings import ObjectStoreSettings

_PROBE = "doctor-probe"
_MEND = "chạy lại chamdiem provision --only minio"
_WRONG_KEYS = {"InvalidAccessKeyId", "SignatureDoesNotMatch"}


async def examine_store(service: str, settings: ObjectStoreSettings) -> list[Finding]:
    """All about the store with the keys of `assessment` (who writes) or `appraisal` (who reads)."""
    return await asyncio.to_thread(_Store(service, settings).examine)


class _Store:
    """The blocking half."""

    def __init__(self, service: str, settings: ObjectStoreSettings) -> None:
        self._part, self._writes, self._settings = f"kho tài liệu {service}", service == "assessment", settings
        self._http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=15), retries=False)
        self._s3: Any = Minio(
            settings.s3_endpoint,
            access_key=settings.s3_access_key.get_secret_value(),
            secret_key=settings.s3_secret_key.get_secret_value(),
            secure=settings.s3_secure,
            region=settings.s3_region,
            http_client=self._http,
        )

    def examine(self) -> list[Finding]:
        try:
            self._require_known_keys()
            found = self._clock()
            found += self._writer() if self._writes else self._reader()
        except S3Error as problem:
            return [self._said(problem)]
        except (HTTPError, OSError) as problem:
            reason = type(problem).__name__
            return [
                fault(self._part, f"Không nối được {self._settings.s3_endpoint} ({reason}); hãy kiểm tra máy chủ, s3_endpoint, s3_secure.")
            ]
        finally:
            self._http.clear()
        return found or [well(self._part, "nối được, có khóa lưu giữ, đúng quyền.")]

    def _require_known_keys(self) -> None:
        """Raise for keys nobody knows; a `HEAD`, which most of the rest is, would say only that something is forbidden."""
        self._allowed(lambda: next(iter(self._s3.list_objects(self._settings.evidence_bucket)), None))

    def _clock(self) -> list[Finding]:
        scheme = "https" if self._settings.s3_secure else "http"
        asked = now()
        answer = self._http.request("GET", f"{scheme}://{self._settings.s3_endpoint}/")
        theirs = date_of(answer.headers.get("Date"))
        return [] if theirs is None else clock_findings(self._part, theirs, asked, now())

    def _writer(self) -> list[Finding]:
        receiving, evidence = self._settings.receiving_bucket, self._settings.evidence_bucket
        for bucket in (receiving, evidence):
            if not self._s3.bucket_exists(bucket):
                return [fault(self._part, f"Chưa có ngăn {bucket}; hãy {_MEND}.")]
        found: list[Finding] = []
        if self._s3.get_bucket_versioning(evidence).status != "Enabled":
            found.append(fault(self._part, f"Ngăn {evidence} không giữ các phiên bản; phải tạo lại ngăn có khóa lưu giữ rồi {_MEND}."))
        if not self._is_locked(evidence):
            found.append(fault(self._part, f"Ngăn {evidence} không có thời hạn lưu giữ, tài liệu có thể bị xóa; hãy {_MEND}."))
        if not self._forgets(receiving):
            found.append(fault(self._part, f"Ngăn {receiving} không tự dọn tệp tải dở; hãy {_MEND}."))
        if not self._allowed(lambda: self._round_trip(receiving)):
            found.append(fault(self._part, f"Khóa của assessment không ghi, đọc, xóa được ở ngăn {receiving}; hãy {_MEND}."))
        if not self._allowed(lambda: self._begin_writing(evidence)):
            found.append(fault(self._part, f"Khóa của assessment không ghi được vào ngăn {evidence}; hãy {_MEND}."))
        if self._allowed(lambda: self._s3.remove_object(evidence, _PROBE)):
            found.append(fault(self._part, f"Khóa của assessment xóa được ở ngăn {evidence}; hãy {_MEND}."))
        return found

    def _reader(self) -> list[Finding]:
        receiving, evidence = self._settings.receiving_bucket, self._settings.evidence_bucket
        found: list[Finding] = []
        if not self._allowed(lambda: self._s3.stat_object(evidence, _PROBE)):
            found.append(fault(self._part, f"Khóa của appraisal không đọc được ngăn {evidence}; hãy {_MEND}."))
        if self._allowed(lambda: self._begin_writing(evidence)):
            found.append(fault(self._part, f"Khóa của appraisal ghi được vào ngăn {evidence}; hãy {_MEND}."))
        if self._allowed(lambda: self._s3.stat_object(receiving, _PROBE)):
            found.append(fault(self._part, f"Khóa của appraisal đọc được ngăn {receiving}; hãy {_MEND}."))
        return found

    def _allowed(self, act: Callable[[], object]) -> bool:
        """Whether it is not forbidden; that there is no such object does not matter. Raises for keys nobody knows."""
        try:
            act()
        except S3Error as problem:
            if problem.code in _WRONG_KEYS or problem.code == "RequestTimeTooSkewed":
                raise
            return problem.code not in {"AccessDenied", "NoSuchBucket"}
        return True

    def _is_locked(self, bucket: str) -> bool:
        try:
            config = self._s3.get_object_lock_config(bucket)
        except S3Error as problem:
            if problem.code == "AccessDenied":
                raise
            return False
        return config.mode is not None and bool(config.duration)

    def _forgets(self, bucket: str) -> bool:
        config = self._s3.get_bucket_lifecycle(bucket)
        return config is not None and any(rule.expiration is not None for rule in config.rules)

    def _round_trip(self, bucket: str) -> None:
        self._s3.put_object(bucket, _PROBE, io.BytesIO(b"?"), 1)
        self._s3.stat_object(bucket, _PROBE)
        self._s3.remove_object(bucket, _PROBE)

    def _begin_writing(self, bucket: str) -> None:
        # An upload in parts asks for the same right, and nothing is there until it ends.
        upload = self._s3._create_multipart_upload(bucket, _PROBE, {})
        with suppress(S3Error):
            self._s3._abort_multipart_upload(bucket, _PROBE, upload)

    def _said(self, problem: S3Error) -> Finding:
        if problem.code in _WRONG_KEYS:
            return fault(self._part, f"Kho không nhận s3_access_key hoặc s3_secret_key; hãy sửa cấu hình, hoặc {_MEND}.")
        if problem.code == "RequestTimeTooSkewed":
            return fault(self._part, "Đồng hồ máy này và của kho lệch quá xa; hãy bật đồng bộ giờ (NTP) trên cả hai máy.")
        return fault(self._part, f"Kho từ chối ({problem.code}); hãy {_MEND}.")
