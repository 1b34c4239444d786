import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";

export type AccountsImported = components["schemas"]["AccountsImported"];

export function importAccounts(content: string, dryRun: boolean, key: string): Promise<AccountsImported> {
  return ok(
    identity.POST("/api/identity/accounts/import", {
      body: { content, dry_run: dryRun },
      params: { header: { "Idempotency-Key": key } },
    }),
  );
}

/** The template's titles and words are those that the service reads, so they are Vietnamese in every language. */
export const ACCOUNT_TEMPLATE = {
  name: "mau-tai-khoan.csv",
  lines: [
    ["Tên đăng nhập", "Họ và tên", "Loại tài khoản", "Vai trò", "Mã đơn vị", "Mã cơ quan thẩm định"],
    ["lan.nt", "Nguyễn Thị Lan", "Nhập liệu", "", "so-y-te", ""],
    ["duyet.pv", "Phạm Văn Duyệt", "Nhập liệu", "Lãnh đạo phê duyệt báo cáo", "so-y-te", ""],
    ["tham.ht", "Hoàng Thị Thẩm", "Thẩm định", "Đầu mối thẩm định; Thành viên hội đồng", "so-tu-phap", "STP"],
  ],
};
