import { Button, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { useTell } from "@/shared/ui/useTell";

const KINDS = ["minutes", "submission", "decision"];
const FORMATS = ["docx", "pdf"];

/** The papers on the way to publication, drafted by the service. */
export function Drafts({ periodId }: { periodId: string }) {
  const { t } = useTranslation("council");
  const tell = useTell();
  const [busy, setBusy] = useState("");
  const take = async (name: string) => {
    setBusy(name);
    await download(`/api/ranking/periods/${periodId}/drafts/${name}`).catch(tell);
    setBusy("");
  };
  return (
    <section className="council-part" aria-labelledby="council-drafts">
      <h2 id="council-drafts">{t("draft.title")}</h2>
      <p>{t("draft.lead")}</p>
      <Space wrap>
        {KINDS.flatMap((kind) =>
          FORMATS.map((format) => (
            <Button
              key={`${kind}.${format}`}
              loading={busy === `${kind}.${format}`}
              onClick={() => void take(`${kind}.${format}`)}
            >
              {t(`draft.${kind}`)} ({format.toUpperCase()})
            </Button>
          )),
        )}
      </Space>
    </section>
  );
}
