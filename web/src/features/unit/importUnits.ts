import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";

export function importUnits(
  content: string,
  dryRun: boolean,
  key: string,
): Promise<components["schemas"]["UnitsImported"]> {
  return ok(
    identity.POST("/api/identity/units/import", {
      body: { content, dry_run: dryRun },
      params: { header: { "Idempotency-Key": key } },
    }),
  );
}

/** The template's titles are those that the service reads, so they are Vietnamese in every language. */
export const UNIT_TEMPLATE = {
  name: "mau-don-vi.csv",
  lines: [
    ["Mã đơn vị", "Tên đơn vị", "Loại hình đơn vị", "Nhóm xếp hạng", "Mã đơn vị cấp trên", "Từ ngày", "Đến ngày"],
    ["so-xay-dung", "Sở Xây dựng", "department", "department", "", "01/03/2025", ""],
    ["so-xay-dung-vp", "Văn phòng Sở Xây dựng", "sub_unit", "sub_unit", "so-xay-dung", "", ""],
  ],
};
