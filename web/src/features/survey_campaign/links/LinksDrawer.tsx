import { Drawer } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import type { FormOfUnit } from "../campaign/useSurveyProgress";
import type { SurveyForm } from "../forms/formsDocument";
import { Batches } from "./Batches";
import { MakeLinks } from "./MakeLinks";
import type { LinksMade } from "./useLinks";

// With the drawing of QR codes.
const MadeLinks = lazy(() => import("./MadeLinks"));

/** The one-answer links of a form: making, printing, how many were answered, taking back. */
export function LinksDrawer(props: {
  campaignId: string;
  form: SurveyForm;
  open: boolean;
  units: FormOfUnit[];
  onClose: () => void;
}) {
  const { campaignId, form, open, units, onClose } = props;
  const { t } = useTranslation("survey_campaign");
  const [made, setMade] = useState<LinksMade | null>(null);
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(1000px, 100%)"
      title={`${t("links.title")} · ${form.code}`}
      destroyOnHidden
      mask={{ closable: made === null }}
    >
      <p>{form.title}</p>
      {made ? (
        <Suspense fallback={<Loading />}>
          <MadeLinks made={made} formTitle={form.title} onDone={() => setMade(null)} />
        </Suspense>
      ) : (
        <>
          {open && <MakeLinks campaignId={campaignId} form={form.code} units={units} onMade={setMade} />}
          <Batches campaignId={campaignId} form={form.code} />
        </>
      )}
    </Drawer>
  );
}
