import { Alert, App, Button, Flex } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { Trouble } from "@/shared/ui/Trouble";
import { HandOver } from "./HandOver";
import { LineEditor, type Choice } from "./LineEditor";
import { LinesRead } from "./LinesRead";
import { handOver, same, type Line } from "./lines";
import type { Shared } from "./useLines";
import { useSaveLines } from "./useSaveLines";

interface Keyed {
  key: number;
  line: Line;
}

let last = 0;
const keyed = (lines: Line[]): Keyed[] => lines.map((line) => ({ key: ++last, line }));

/** The lead shares the agency's work out; one saving replaces all lines. */
export function Sharing({
  appraisalId,
  shared,
  people,
  sheets,
  items,
  nameOf,
}: {
  appraisalId: string;
  shared: Shared;
  people: Choice[];
  sheets: Choice[];
  items: Choice[];
  nameOf: (accountId: string) => string;
}) {
  const { t } = useTranslation("assignment");
  const { message } = App.useApp();
  const [base, setBase] = useState(shared);
  const [draft, setDraft] = useState(() => keyed(shared.lines));
  const save = useSaveLines(appraisalId);
  const lines = draft.map((one) => one.line);
  const changed = !same(lines, base.lines);
  const overtaken = save.error instanceof ProblemError && save.error.status === 412;
  const first = people[0];

  function begin(from: Shared) {
    setBase(from);
    setDraft(keyed(from.lines));
    save.reset();
  }
  function send(version: number) {
    save.mutate(
      { lines, version },
      {
        onSuccess: (saved) => {
          begin(saved);
          void message.success(t("members.saved"));
        },
      },
    );
  }
  const options = (accountId: string) =>
    people.some((one) => one.value === accountId)
      ? people
      : [...people, { value: accountId, label: nameOf(accountId) }];
  const givers = [...new Set(lines.map((line) => line.account_id))].map((value) => ({ value, label: nameOf(value) }));
  return (
    <>
      {save.isError && <Trouble fault={save.error} />}
      {overtaken && (
        <section aria-label={t("members.stands")}>
          <h2>{t("members.stands")}</h2>
          <LinesRead lines={shared.lines} nameOf={nameOf} />
          <Flex gap={8} wrap style={{ marginBlock: 8 }}>
            <Button onClick={() => begin(shared)}>{t("members.take_theirs")}</Button>
            <Button danger loading={save.isPending} onClick={() => send(shared.version)}>
              {t("members.keep_mine")}
            </Button>
          </Flex>
        </section>
      )}
      {draft.length === 0 && <Alert type="info" showIcon title={t("members.nothing_shared")} />}
      <fieldset disabled={save.isPending} style={{ border: 0, padding: 0, margin: "8px 0", minInlineSize: 0 }}>
        {draft.map(({ key, line }, at) => (
          <LineEditor
            key={key}
            place={at + 1}
            line={line}
            people={options(line.account_id)}
            sheets={sheets}
            items={items}
            onChange={(next) => setDraft(draft.map((one) => (one.key === key ? { key, line: next } : one)))}
            onRemove={() => setDraft(draft.filter((one) => one.key !== key))}
          />
        ))}
      </fieldset>
      <Flex gap={8} wrap>
        <Button
          disabled={first === undefined}
          onClick={() =>
            first && setDraft([...draft, ...keyed([{ account_id: first.value, sheets: null, items: null }])])
          }
        >
          {t("members.add")}
        </Button>
        <Button
          type="primary"
          disabled={!changed || overtaken}
          loading={save.isPending}
          onClick={() => send(base.version)}
        >
          {t("common:action.save")}
        </Button>
        <Button disabled={!changed || save.isPending} onClick={() => begin(shared)}>
          {t("common:action.cancel")}
        </Button>
        {changed && <span role="status">{t("members.unsaved")}</span>}
      </Flex>
      {givers.length > 0 && (
        <HandOver
          givers={givers}
          people={people}
          onHandOver={(from, to) => setDraft(keyed(handOver(lines, from, to)))}
        />
      )}
    </>
  );
}
