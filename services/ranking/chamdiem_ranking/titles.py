"""Vietnamese titles of programs, groups and states, as documents and tables have them."""

PROGRAM_TITLES = {"par_index": "Chỉ số cải cách hành chính", "task_completion": "Mức độ hoàn thành nhiệm vụ"}
GROUP_TITLES = {
    "department": "Nhóm sở, ban, ngành",
    "service_unit": "Nhóm đơn vị sự nghiệp",
    "district": "Nhóm Ủy ban nhân dân cấp huyện",
    "commune": "Nhóm Ủy ban nhân dân cấp xã",
}
STATUS_LABELS = {"provisional": "Tạm tính", "aggregated": "Đã tổng hợp", "agreed": "Hội đồng đã thống nhất", "published": "Đã công bố"}

_SHORT = {
    "department": ("sở, ban, ngành", "sở, ban, ngành cấp tỉnh", "các sở, ban, ngành", "sở"),
    "service_unit": ("đơn vị sự nghiệp", "đơn vị sự nghiệp công lập"),
    "district": ("ubnd cấp huyện", "ubnd huyện, thị xã, thành phố", "cấp huyện", "huyện"),
    "commune": ("ubnd cấp xã", "ubnd xã, phường", "cấp xã", "xã, phường"),
}
GROUPS_BY_TITLE = {
    **{title.casefold(): code for code, title in GROUP_TITLES.items()},
    **{title: code for code, titles in _SHORT.items() for title in titles},
}
"""A group's code by what tables call it, in small letters."""
