import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/shared/api/problem";
import { useTell } from "@/shared/ui/useTell";
import type { Item } from "./keys";
import { useAgree } from "./saveScores";

const AT_ONCE = 1000;
const TOLD = 5;

/** "Đồng ý với điểm tự chấm" for some items, and what was not agreed to in words. */
export function useAgreeing(appraisalId: string, onDone: (items: Item[]) => void) {
  const { t } = useTranslation("scoring");
  const { message, notification } = App.useApp();
  const tell = useTell();
  const agree = useAgree(appraisalId);
  const run = async (items: Item[]) => {
    try {
      for (let from = 0; from < items.length; from += AT_ONCE) {
        const part = items.slice(from, from + AT_ONCE);
        const answer = await agree.mutateAsync(part.map(({ sheet_id, item }) => ({ sheet_id, item })));
        if (answer.saved > 0) void message.success(t("agreed", { count: answer.saved }));
        const refused = answer.refused ?? [];
        if (refused.length > 0) {
          notification.warning({
            title: t("not_agreed", { count: refused.length }),
            description: refused.slice(0, TOLD).map((one) => {
              const item = part[one.index];
              const problem = one.problem as unknown as Problem;
              return <div key={one.index}>{`${item?.unit_name ?? ""}: ${problem.detail ?? problem.title}`}</div>;
            }),
            duration: 0,
          });
        }
        onDone(part);
      }
    } catch (fault) {
      tell(fault);
    }
  };
  return { agree: (items: Item[]) => void run(items), isPending: agree.isPending };
}
