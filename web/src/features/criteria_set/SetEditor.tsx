import { App, Button, Form, Tabs } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useBlocker } from "react-router";
import { download } from "@/shared/api/download";
import { Findings, type Finding } from "@/shared/criteria/Findings";
import { PublishDialog } from "@/shared/criteria/PublishDialog";
import type { WholeDocument } from "@/shared/criteria/useCriteriaSets";
import { Trouble } from "@/shared/ui/Trouble";
import { useTell } from "@/shared/ui/useTell";
import { Comparing } from "./Comparing";
import { EditingContext, faultsByPath, type Editing } from "./editor/context";
import { General } from "./editor/General";
import { Outcome } from "./editor/Outcome";
import { TreeView } from "./editor/TreeView";
import { useEditor } from "./editor/useEditor";
import { Importing } from "./Importing";
import { useJudged } from "./requests/useJudge";
import { usePublishSet } from "./requests/usePublishSet";
import { useSaveSet } from "./requests/useSaveSet";
import { TextView } from "./TextView";
import { branchOf, pathOf, type Path } from "./tree/document";
import { placeInWords } from "./tree/placeInWords";

type Start = Pick<WholeDocument, "document" | "source" | "media_type" | "survey_forms_id">;

/** A set with everything that is done to it; `version` is null for one that is not kept yet. */
export function SetEditor({
  version,
  start,
  locked,
}: {
  version: WholeDocument | null;
  start: Start;
  locked: boolean;
}) {
  const { t } = useTranslation("criteria_set");
  const { message, modal } = App.useApp();
  const tell = useTell();
  const navigate = useNavigate();
  const editor = useEditor(start, version === null);
  const judged = useJudged(editor.body);
  const save = useSaveSet(version);
  const publish = usePublishSet(version?.id ?? "");
  const [tab, setTab] = useState("tree");
  const [chosen, setChosen] = useState<Path>(["fields", 0]);
  const [publishing, setPublishing] = useState(false);
  const faults = useMemo(() => (locked ? [] : (judged.data?.faults ?? [])), [locked, judged.data]);
  const editing = useMemo<Editing>(
    () => ({
      document: editor.document,
      locked,
      faults: faultsByPath(faults),
      set: editor.set,
      replace: (next) => editor.replace(next),
    }),
    // The editor's functions only set state and are the same in effect at every turn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [editor.document, locked, faults],
  );
  const blocker = useBlocker(!locked && editor.changed && !save.isPending && !save.isSuccess);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    modal.confirm({
      title: t("page.leave"),
      okText: t("page.leave_ok"),
      cancelText: t("common:action.cancel"),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal, t]);
  const go = (finding: Finding) => {
    const path = pathOf(finding.place);
    const branch = branchOf(path);
    if (branch) setChosen(branch);
    const outside = ["adjustments", "grades", "classification"].includes(String(path[0]));
    setTab(branch ? "tree" : outside ? "outcome" : "general");
  };
  const keep = () =>
    save.mutate(editor.body, {
      onSuccess: (saved) => {
        editor.kept();
        void message.success(t("page.saved"));
        if (version === null) void navigate(`/administration/criteria-sets/${saved.id}`, { replace: true });
      },
    });
  const fetchFile = (format: "yaml" | "xlsx") =>
    version && download(`/api/assessment/criteria-sets/${version.id}/file.${format}`).catch(tell);
  const ready = version !== null && version.status === "draft" && !editor.changed && faults.length === 0;
  return (
    <EditingContext value={editing}>
      <div className="page-actions" style={{ marginBlockEnd: 8 }}>
        {!locked && (
          <Button type="primary" disabled={!editor.changed} loading={save.isPending} onClick={keep}>
            {t("page.save")}
          </Button>
        )}
        {!locked && version && (
          <Button
            disabled={!ready}
            title={ready ? undefined : t("page.publish_when")}
            onClick={() => setPublishing(true)}
          >
            {t("page.publish")}
          </Button>
        )}
        {version && <Button onClick={() => void fetchFile("xlsx")}>{t("page.xlsx")}</Button>}
        {version && <Button onClick={() => void fetchFile("yaml")}>{t("page.yaml")}</Button>}
        {!locked && <Importing editor={editor} />}
      </div>
      {save.isError && <Trouble fault={save.error} />}
      {judged.isError && !locked && <Trouble fault={judged.error} onRetry={() => void judged.refetch()} />}
      {!locked && judged.data && (
        <Findings
          faults={judged.data.faults}
          warnings={judged.data.warnings}
          onGo={go}
          nameOf={(place) => placeInWords(editor.document, place, t)}
        />
      )}
      {judged.data?.fingerprint && (
        <p className="page-lead">
          {t("page.fingerprint")} <code style={{ overflowWrap: "anywhere" }}>{judged.data.fingerprint}</code>
        </p>
      )}
      <Form layout="vertical" component={false}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          destroyOnHidden
          items={[
            { key: "tree", label: t("tab.tree"), children: <TreeView chosen={chosen} onChoose={setChosen} /> },
            {
              key: "general",
              label: t("tab.general"),
              children: <General formsId={editor.formsId} onForms={editor.choose} />,
            },
            { key: "outcome", label: t("tab.outcome"), children: <Outcome /> },
            {
              key: "text",
              label: t("tab.text"),
              children: <TextView editor={editor} text={editor.source ?? judged.data?.text ?? ""} locked={locked} />,
            },
            ...(version
              ? [{ key: "difference", label: t("tab.difference"), children: <Comparing version={version} /> }]
              : []),
          ]}
        />
      </Form>
      {publishing && (
        <PublishDialog
          title={t("page.publish")}
          detail={t("page.publish_detail")}
          busy={publish.isPending}
          fault={publish.error}
          onPublish={(decision) => publish.mutate(decision, { onSuccess: () => setPublishing(false) })}
          onClose={() => setPublishing(false)}
        />
      )}
    </EditingContext>
  );
}
