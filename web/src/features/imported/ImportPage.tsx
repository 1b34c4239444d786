import { Alert, Button, DatePicker, Form, Input, InputNumber, Radio, Select, Upload } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FingerprintedFile } from "@/shared/files/FingerprintedFile";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { Findings } from "./Findings";
import { readFile } from "./readFile";
import { readTable, type ReadTable } from "./table";
import { useCheckImport, useCorrectImport, useImport, type ImportBody } from "./useImport";

interface Typed {
  program: ImportBody["program"];
  year: number;
  number: string;
  issuedOn: Dayjs;
  file: string;
  group: string;
  reason: string;
}
const GROUPS = ["department", "service_unit", "district", "commune"];

/** Brings in a published ranking of an earlier year: choose the table, look at every fault by cell, then import it whole. */
export default function ImportPage() {
  const { t } = useTranslation("imported");
  const groupTitle = useGroupTitle();
  const [form] = Form.useForm<Typed>();
  const [rows, setRows] = useState<string[][]>();
  const [name, setName] = useState("");
  const [unreadable, setUnreadable] = useState(false);
  const [read, setRead] = useState<ReadTable>();
  const [body, setBody] = useState<ImportBody>();
  const check = useCheckImport();
  const bring = useImport();
  const correct = useCorrectImport();
  const done = bring.data ?? correct.data;
  const restart = () => {
    setBody(undefined);
    check.reset();
    bring.reset();
    correct.reset();
  };
  const choose = async (file: File) => {
    restart();
    setName(file.name);
    try {
      setRows(await readFile(file));
      setUnreadable(false);
    } catch {
      setRows(undefined);
      setUnreadable(true);
    }
  };
  const look = (typed: Typed) => {
    if (rows === undefined) return;
    const table = readTable(rows, typed.group);
    const wanted: ImportBody = {
      program: typed.program,
      year: typed.year,
      decision: { number: typed.number, issued_on: typed.issuedOn.format("YYYY-MM-DD"), file_sha256: typed.file },
      fields: table.fields,
      lines: table.lines,
    };
    setRead(table);
    setBody(wanted);
    bring.reset();
    correct.reset();
    if (table.lines.length > 0) check.mutate(wanted);
  };
  const take = () => {
    if (body === undefined || check.data === undefined) return;
    const { exists } = check.data;
    if (exists === null) bring.mutate(body);
    else correct.mutate({ periodId: exists, body, reason: form.getFieldValue("reason") as string });
  };
  const missing = (words: string) => ({ required: true, message: words });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Form
        form={form}
        layout="vertical"
        className="import-form"
        style={{ maxInlineSize: 720 }}
        initialValues={{ program: "par_index", group: "department", reason: "" }}
        onValuesChange={(changed) => {
          // The reason belongs to what was checked; everything else asks for a new check.
          if (!("reason" in changed)) restart();
        }}
        onFinish={look}
      >
        <Form.Item name="program" label={t("program")} rules={[missing(t("program"))]}>
          <Radio.Group
            options={(["par_index", "task_completion"] as const).map((value) => ({
              value,
              label: t(`common:program.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="year" label={t("year")} rules={[missing(t("year_missing"))]}>
          <InputNumber min={2000} max={2100} controls={false} style={{ inlineSize: 120 }} />
        </Form.Item>
        <Form.Item name="number" label={t("number")} rules={[{ ...missing(t("number_missing")), whitespace: true }]}>
          <Input placeholder="600/QĐ-UBND" maxLength={200} />
        </Form.Item>
        <Form.Item name="issuedOn" label={t("issued_on")} rules={[missing(t("issued_on_missing"))]}>
          <DatePicker format="DD/MM/YYYY" />
        </Form.Item>
        <Form.Item name="file" label={t("file")} extra={t("file_hint")} rules={[missing(t("file_missing"))]}>
          <FingerprintedFile label={t("choose")} onChange={(sha256) => form.setFieldValue("file", sha256)} />
        </Form.Item>
        <Form.Item name="group" label={t("group")} extra={t("group_hint")}>
          <Select options={GROUPS.map((value) => ({ value, label: groupTitle(value) }))} />
        </Form.Item>
        <Form.Item label={t("table")} extra={t("table_hint")} required>
          <Upload
            accept=".xlsx,.csv"
            showUploadList={false}
            beforeUpload={(file) => {
              void choose(file);
              return false;
            }}
          >
            <Button>{t("choose")}</Button>
          </Upload>{" "}
          {name}
        </Form.Item>
        {unreadable && <Alert type="error" showIcon title={t("unreadable")} description={t("unreadable_detail")} />}
        <Button type="primary" htmlType="submit" disabled={rows === undefined} loading={check.isPending}>
          {t("check")}
        </Button>
        {check.isError && <Trouble fault={check.error} />}
        {read !== undefined && body !== undefined && (
          <Findings read={read} found={check.data}>
            {check.data?.exists !== null && check.data !== undefined && (
              <Form.Item
                name="reason"
                label={t("reason")}
                extra={<Link to={`/published/${check.data.exists}`}>{t("exists")}</Link>}
              >
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} />
              </Form.Item>
            )}
            {done === undefined && (
              <Button type="primary" loading={bring.isPending || correct.isPending} onClick={take}>
                {t(check.data?.exists === null ? "take" : "take_correction", { count: body.lines.length })}
              </Button>
            )}
          </Findings>
        )}
        {(bring.error ?? correct.error) !== null && <Trouble fault={bring.error ?? correct.error} />}
        {done !== undefined && (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t("done")}
            action={<Link to={`/published/${done.period_id}`}>{t("see")}</Link>}
          />
        )}
      </Form>
    </Page>
  );
}
