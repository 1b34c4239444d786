import { Alert, App, Button, Input, Space } from "antd";
import { useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import type { FormsDocument, SurveyForm } from "../forms/formsDocument";
import { cellKey, changesOf, pastedBlock, VALID, withBlock, type StoredNumber, type Typed } from "./entry";
import { partsOf } from "./parts";
import { useSaveNumbers } from "./useSaveNumbers";
import "./entry.css";

/** One form about one unit: valid responses and how many chose what, typed or pasted like a spreadsheet. */
export function EntryGrid(props: {
  campaignId: string;
  unitCode: string;
  form: SurveyForm;
  scales: FormsDocument["scales"];
  stored: ReadonlyMap<string, StoredNumber>;
  locked: boolean;
}) {
  const { campaignId, unitCode, form, scales, stored, locked } = props;
  const { t } = useTranslation("survey_campaign");
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState("");
  const save = useSaveNumbers(campaignId, unitCode, form.code);
  const box = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => partsOf(form), [form]);
  const changes = changesOf(typed, stored);
  const shown = (key: string) => typed.get(key) ?? stored.get(key)?.value.toString() ?? "";
  const set = (key: string, text: string) => setTyped(new Map(typed).set(key, text));
  const submit = () =>
    save.mutate(
      { changes, reason },
      {
        onSuccess: (told) => {
          setFaults(told);
          setTyped(new Map([...typed].filter(([key]) => told.has(key))));
          if (told.size > 0) return;
          setReason("");
          void message.success(t("entry.saved"));
        },
      },
    );
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const place =
      event.target instanceof HTMLInputElement ? event.target.dataset.place?.split(",").map(Number) : undefined;
    if (!step || !place) return;
    event.preventDefault();
    const [part, row = 0, column] = place;
    box.current?.querySelector<HTMLInputElement>(`[data-place="${part},${row + (step[0] ?? 0)},${column}"]`)?.focus();
  };
  const busy = save.isPending;
  return (
    <div ref={box} onKeyDown={move} role="presentation">
      <label className="entry-valid">
        {t("entry.valid")}
        <Input
          inputMode="numeric"
          disabled={locked}
          value={shown(VALID)}
          status={faults.has(VALID) ? "error" : ""}
          onChange={(event) => set(VALID, event.target.value)}
          style={{ inlineSize: 110 }}
        />
      </label>
      {faults.has(VALID) && <div role="alert">{faults.get(VALID)}</div>}
      <p>{t("entry.paste")}</p>
      {parts.map(({ scale, questions }, part) => {
        const options = scales[scale]?.options ?? [];
        const grid = questions.map(({ code }) => options.map(({ value }) => cellKey(code, value)));
        const paste = (at: [number, number]) => (event: ClipboardEvent) => {
          const block = pastedBlock(event.clipboardData.getData("text/plain"));
          if (block.length === 1 && block[0]?.length === 1) return;
          event.preventDefault();
          setTyped(withBlock(typed, grid, at, block));
        };
        return (
          <div className="entry-scroll" key={scale}>
            <table className="entry-grid">
              <caption>{scales[scale]?.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("entry.question")}</th>
                  {options.map(({ value, label }) => (
                    <th scope="col" key={value}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {questions.map(({ code, text }, row) => (
                  <tr key={code}>
                    <th scope="row">
                      <b>{code}</b> {text}
                    </th>
                    {options.map(({ value, label }, column) => {
                      const key = cellKey(code, value);
                      const fault = faults.get(key);
                      return (
                        <td key={value} className={typed.has(key) ? "entry-typed" : undefined}>
                          <input
                            aria-label={`${code}: ${label}`}
                            aria-invalid={fault !== undefined}
                            title={fault}
                            data-place={`${part},${row},${column}`}
                            inputMode="numeric"
                            disabled={locked}
                            value={shown(key)}
                            onChange={(event) => set(key, event.target.value)}
                            onPaste={paste([row, column])}
                          />
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
      {faults.size > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t("entry.faults", { count: faults.size })}
          description={
            <ul>
              {[...faults].map(([key, text]) => (
                <li key={key}>
                  {key === VALID ? t("entry.valid") : key.replace("|", ": ")} – {text}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {save.isError && <Trouble fault={save.error} />}
      {!locked && (
        <Space wrap style={{ marginBlockStart: 12 }}>
          {changes.corrected.length > 0 && (
            <label>
              {t("entry.reason", { count: changes.corrected.length })}{" "}
              <Input value={reason} onChange={(event) => setReason(event.target.value)} style={{ inlineSize: 280 }} />
            </label>
          )}
          <Button
            type="primary"
            loading={busy}
            disabled={
              changes.added.length + changes.corrected.length === 0 ||
              (changes.corrected.length > 0 && reason.trim() === "")
            }
            onClick={submit}
          >
            {t("entry.save", { count: changes.added.length + changes.corrected.length })}
          </Button>
          <Button
            disabled={typed.size === 0}
            onClick={() => {
              setTyped(new Map());
              setFaults(new Map());
            }}
          >
            {t("entry.undo")}
          </Button>
        </Space>
      )}
    </div>
  );
}
