import { Button, Input, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Findings } from "@/shared/criteria/Findings";
import { Trouble } from "@/shared/ui/Trouble";
import type { Editor } from "./editor/useEditor";
import { useJudge } from "./requests/useJudge";
import type { Document } from "./tree/document";

/** The set as YAML; a changed text is read by the service and becomes the tree. */
export function TextView({ editor, text, locked }: { editor: Editor; text: string; locked: boolean }) {
  const { t } = useTranslation("criteria_set");
  const [typed, setTyped] = useState<string | null>(null);
  const judge = useJudge();
  const apply = () =>
    typed !== null &&
    judge.mutate(
      { document: typed, media_type: "yaml", survey_forms_id: editor.formsId },
      {
        onSuccess: (told) => {
          if (told.document === null) return;
          editor.replace(told.document as Document, typed);
          setTyped(null);
        },
      },
    );
  return (
    <>
      {!locked && (
        <Space wrap style={{ marginBlockEnd: 8 }}>
          <Button type="primary" disabled={typed === null} loading={judge.isPending} onClick={apply}>
            {t("text.apply")}
          </Button>
          <Button disabled={typed === null} onClick={() => setTyped(null)}>
            {t("text.undo")}
          </Button>
        </Space>
      )}
      {judge.isError && <Trouble fault={judge.error} />}
      {typed !== null && judge.data && judge.data.document === null && (
        <Findings faults={judge.data.faults} warnings={judge.data.warnings} />
      )}
      <Input.TextArea
        aria-label={t("text.label")}
        readOnly={locked}
        value={typed ?? text}
        onChange={(event) => setTyped(event.target.value)}
        autoSize={{ minRows: 24, maxRows: 36 }}
        spellCheck={false}
        style={{ fontFamily: "monospace", fontSize: 13, whiteSpace: "pre", overflowX: "auto" }}
      />
    </>
  );
}
