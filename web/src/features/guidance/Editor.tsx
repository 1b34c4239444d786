import { Alert, App, Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { dateTime } from "@/shared/format/dates";
import { GuidanceText } from "@/shared/guidance/GuidanceText";
import type { Guidance } from "@/shared/guidance/useGuidance";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Place } from "./place";
import { useSaveGuidance } from "./useSaveGuidance";
import { useVersions } from "./useVersions";

/** Write the words for one place; what readers will see stands below, and every earlier version. */
export function Editor({
  place,
  present,
  onClose,
}: {
  place: Place;
  present: Guidance | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation("guidance");
  const { message } = App.useApp();
  const save = useSaveGuidance(place);
  const [text, setText] = useState(present?.text ?? "");
  const [seen, setSeen] = useState(present?.version ?? 0);
  const [other, setOther] = useState<Guidance>();
  const fault = save.error instanceof ProblemError ? save.error.faultAt("/text") : undefined;
  const keep = (version: number) =>
    save.mutate(
      { text, version },
      {
        onSuccess: () => {
          message.success(t("editor.saved"));
          onClose();
        },
        onError: (refused) => {
          if (refused instanceof ProblemError && refused.status === 412) {
            const now = refused.problem.present as Guidance;
            setOther(now);
            setSeen(now.version);
          }
        },
      },
    );
  return (
    <Drawer open size="large" title={t("edit_of", { place: place.title })} onClose={onClose} destroyOnHidden>
      {other !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t("editor.stale")}
          description={<GuidanceText words={other.text} />}
          className="guidance-stale"
        />
      )}
      {save.isError && other === undefined && fault === undefined && <Trouble fault={save.error} />}
      <Form layout="vertical">
        <Form.Item
          label={t("editor.label")}
          htmlFor="guidance-words"
          extra={t("editor.extra")}
          help={fault}
          validateStatus={fault === undefined ? "" : "error"}
        >
          <Input.TextArea
            id="guidance-words"
            value={text}
            maxLength={10_000}
            autoSize={{ minRows: 8, maxRows: 20 }}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" loading={save.isPending} disabled={text === present?.text} onClick={() => keep(seen)}>
          {t(other === undefined ? "editor.save" : "editor.overwrite")}
        </Button>
      </Form>
      {text.trim() !== "" && (
        <section className="guidance-preview" aria-labelledby="guidance-preview">
          <h2 id="guidance-preview">{t("editor.preview")}</h2>
          <GuidanceText words={text} />
        </section>
      )}
      <Versions place={place} onTake={setText} />
    </Drawer>
  );
}

function Versions({ place, onTake }: { place: Place; onTake: (text: string) => void }) {
  const { t } = useTranslation("guidance");
  const versions = useVersions(place);
  if (versions.isPending) return <Loading rows={2} />;
  if (versions.isError) return <Trouble fault={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data.items.length === 0) return null;
  return (
    <section className="guidance-versions" aria-labelledby="guidance-versions">
      <h2 id="guidance-versions">{t("editor.history")}</h2>
      {versions.data.items.map((one) => (
        <details key={one.version}>
          <summary>
            {t("editor.version", {
              version: one.version,
              name: one.changed_by_name,
              at: dateTime(one.changed_at),
            })}
          </summary>
          {one.text === "" ? <p>{t("editor.taken_away")}</p> : <GuidanceText words={one.text} />}
          <Button size="small" onClick={() => onTake(one.text)}>
            {t("editor.take")}
          </Button>
        </details>
      ))}
    </section>
  );
}
