import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useTell } from "@/shared/ui/useTell";
import type { Appraisal } from "./keys";
import { useConfirmKnockOut, useKnockOuts } from "./useKnockOuts";

/** Điều kiện khống chế of a sheet; the lead confirms, others read. */
export function KnockOuts({ appraisal, sheetId }: { appraisal: Appraisal; sheetId: string }) {
  const { t } = useTranslation("scoring");
  const tell = useTell();
  const found = useKnockOuts(appraisal.id, appraisal.appraiser_code, sheetId);
  const confirm = useConfirmKnockOut(appraisal.id);
  if (!found.data || found.data.length === 0) return null;
  // Shown at once; where it is refused, what stands is shown again.
  const going = confirm.isPending ? confirm.variables : undefined;
  const may = appraisal.allowed_actions.includes("confirm_knock_outs");
  return (
    <section className="knock-outs" aria-label={t("knock_outs")}>
      <h2>{t("knock_outs")}</h2>
      <ul>
        {found.data.map((one) => (
          <li key={one.code}>
            <Checkbox
              checked={going?.code === one.code ? going.confirmed : one.confirmed}
              disabled={!may || confirm.isPending}
              onChange={(event) =>
                confirm.mutate(
                  { sheet_id: sheetId, code: one.code, confirmed: event.target.checked },
                  { onError: tell },
                )
              }
            >
              {one.title}
            </Checkbox>
          </li>
        ))}
      </ul>
      {!may && <p className="quiet">{t("knock_outs_by_lead")}</p>}
    </section>
  );
}
