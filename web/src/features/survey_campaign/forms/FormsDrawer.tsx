import { useQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Empty, Input, Select, Space, Table, Tabs, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveAs } from "@/shared/api/download";
import { Findings } from "@/shared/criteria/Findings";
import { PublishDialog } from "@/shared/criteria/PublishDialog";
import { surveyFormsQuery, useSurveyForms, type WholeDocument } from "@/shared/criteria/useCriteriaSets";
import { VersionTags } from "@/shared/criteria/VersionTags";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { formsOf } from "./formsDocument";
import { FormsView } from "./FormsView";
import { useFormsDifference, useJudgeForms, usePublishForms, useSaveForms } from "./useFormsActs";

/** One version: read, its text (editable while a draft), what differs from another; a text without version is a new draft. */
export function FormsDrawer({
  id,
  onClose,
  onOpen,
}: {
  id: string | "new";
  onClose: () => void;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation("survey_campaign");
  const version = useQuery({ ...surveyFormsQuery(id), enabled: id !== "new" });
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(900px, 100%)"
      title={id === "new" ? t("forms.new") : t("forms.one")}
      destroyOnHidden
    >
      {id === "new" ? (
        <TextTab before={null} onOpen={onOpen} />
      ) : version.isPending ? (
        <Loading />
      ) : version.isError ? (
        <Trouble fault={version.error} onRetry={() => void version.refetch()} />
      ) : (
        <Version key={version.data.version} version={version.data} onOpen={onOpen} />
      )}
    </Drawer>
  );
}

function Version({ version, onOpen }: { version: WholeDocument; onOpen: (id: string) => void }) {
  const { t } = useTranslation("survey_campaign");
  const [publishing, setPublishing] = useState(false);
  const publish = usePublishForms(version.id);
  const draft = version.status === "draft";
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 8 }}>
        <VersionTags version={version} />
        {draft && (
          <Button type="primary" disabled={version.faults.length > 0} onClick={() => setPublishing(true)}>
            {t("forms.publish")}
          </Button>
        )}
      </Space>
      {version.fingerprint && (
        <p>
          {t("forms.fingerprint")} <code style={{ wordBreak: "break-all" }}>{version.fingerprint}</code>
        </p>
      )}
      <Findings faults={version.faults} warnings={version.warnings} />
      <Tabs
        items={[
          ...(version.document && version.faults.length === 0
            ? [{ key: "view", label: t("forms.read"), children: <FormsView document={formsOf(version.document)} /> }]
            : []),
          { key: "text", label: t("forms.text"), children: <TextTab before={version} onOpen={onOpen} /> },
          { key: "difference", label: t("forms.difference"), children: <Difference id={version.id} /> },
        ]}
      />
      {publishing && (
        <PublishDialog
          title={t("forms.publish")}
          detail={t("forms.publish_detail")}
          busy={publish.isPending}
          fault={publish.error}
          onPublish={(decision) => publish.mutate(decision, { onSuccess: () => setPublishing(false) })}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}

function TextTab({ before, onOpen }: { before: WholeDocument | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation("survey_campaign");
  const { message } = App.useApp();
  const editable = before === null || before.status === "draft";
  const [text, setText] = useState(before?.source ?? "");
  const judge = useJudgeForms();
  const save = useSaveForms(editable ? before : null);
  const type = before?.media_type === "json" && text.trimStart().startsWith("{") ? "json" : "yaml";
  const keep = () =>
    save.mutate(
      { document: text, media_type: type },
      {
        onSuccess: (saved) => {
          void message.success(t("forms.saved"));
          onOpen(saved.id);
        },
      },
    );
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 8 }}>
        <Upload
          accept=".yaml,.yml,.json"
          showUploadList={false}
          beforeUpload={async (file) => {
            setText(await file.text());
            return false;
          }}
        >
          <Button>{t("forms.import")}</Button>
        </Upload>
        <Button
          disabled={text === ""}
          onClick={() => saveAs(new Blob([text], { type: "text/yaml" }), "phieu-khao-sat.yaml")}
        >
          {t("forms.export")}
        </Button>
        <Button
          disabled={text === ""}
          loading={judge.isPending}
          onClick={() => judge.mutate({ document: text, media_type: type })}
        >
          {t("forms.judge")}
        </Button>
        <Button
          type="primary"
          disabled={text === "" || text === before?.source}
          loading={save.isPending}
          onClick={keep}
        >
          {editable ? t("forms.save") : t("forms.save_new")}
        </Button>
      </Space>
      {judge.data && judge.data.faults.length === 0 && judge.data.warnings.length === 0 && (
        <p role="status">{t("forms.faultless")}</p>
      )}
      {judge.data && <Findings faults={judge.data.faults} warnings={judge.data.warnings} />}
      {judge.isError && <Trouble fault={judge.error} />}
      {save.isError && <Trouble fault={save.error} />}
      <Input.TextArea
        aria-label={t("forms.text")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 20, maxRows: 34 }}
        spellCheck={false}
        style={{ fontFamily: "monospace", fontSize: 13, whiteSpace: "pre", overflowX: "auto" }}
      />
    </>
  );
}

function Difference({ id }: { id: string }) {
  const { t } = useTranslation("survey_campaign");
  const versions = useSurveyForms();
  const [to, setTo] = useState<string>();
  const difference = useFormsDifference(id, to);
  const words = (value: unknown) =>
    value === null || value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  return (
    <>
      <Select
        aria-label={t("forms.compare_with")}
        placeholder={t("forms.compare_with")}
        value={to}
        onChange={setTo}
        style={{ inlineSize: 320, marginBlockEnd: 8 }}
        options={versions.data
          ?.filter((one) => one.id !== id)
          .map((one) => ({
            value: one.id,
            label: `${t("forms.version", { number: one.version_number })} · ${one.decision?.number ?? t("common:version.draft")}`,
          }))}
      />
      {difference.isError && <Trouble fault={difference.error} />}
      {difference.data && (
        <Table
          rowKey="place"
          size="small"
          dataSource={difference.data}
          scroll={{ x: 640 }}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty description={t("forms.same")} /> }}
          columns={[
            { title: t("forms.place"), dataIndex: "place" },
            { title: t("entry.before"), render: (_, one) => words(one.before) },
            { title: t("entry.after"), render: (_, one) => words(one.after) },
          ]}
        />
      )}
    </>
  );
}
