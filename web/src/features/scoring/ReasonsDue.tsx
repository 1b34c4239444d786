import { Button, Flex, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import { pastedCells } from "./paste";
import type { Editing } from "./useEdits";

/**
 * Asks at once for the reasons that the service says are due: one for all in a line, or each its own, without taking the keyboard from the
 * grid or its place.
 */
export function ReasonsDue(props: { items: Item[]; editing: Editing; onClose: () => void }) {
  const { items, editing, onClose } = props;
  const { t } = useTranslation("scoring");
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [forAll, setForAll] = useState("");
  const [each, setEach] = useState(false);
  const reasonOf = (key: string) => reasons[key] ?? forAll;
  const some = items.some((item) => reasonOf(keyOf(item)).trim() !== "");
  const only = items.length === 1 ? items[0] : undefined;
  const about = (item: Item) =>
    `${item.unit_name}: ${t("reason_between", {
      self: item.is_claim ? t("claim") : points(item.self_score ?? item.claimed_count),
      score: editing.edits.get(keyOf(item))?.score ?? "",
    })}`;
  const paste = (from: number, event: React.ClipboardEvent) => {
    const cells = pastedCells(event.clipboardData.getData("text"));
    if (cells.length < 2) return;
    event.preventDefault();
    const next = { ...reasons };
    cells.forEach((line, down) => {
      const item = items[from + down];
      if (item) next[keyOf(item)] = line[0] ?? "";
    });
    setReasons(next);
  };
  const keep = () => {
    for (const item of items) {
      const reason = reasonOf(keyOf(item)).trim();
      if (reason !== "") editing.type(item, { reason });
    }
    setForAll("");
  };
  return (
    <section className="desk-notice" aria-label={t("reasons_due", { count: items.length })}>
      <p role="status">
        <strong>{t("reasons_due", { count: items.length })}.</strong> {t("reasons_why")}
      </p>
      <Flex gap={8} wrap align="end">
        <label className="reason-all">
          {only ? about(only) : t("reason_for_all")}
          <Input value={forAll} onChange={(event) => setForAll(event.target.value)} onPressEnter={keep} />
        </label>
        <Button type="primary" disabled={!some} onClick={keep}>
          {t("reasons_save")}
        </Button>
        {!only && (
          <Button aria-expanded={each} onClick={() => setEach(!each)}>
            {t("reasons_each")}
          </Button>
        )}
        <Button onClick={onClose}>{t("reasons_later")}</Button>
      </Flex>
      {each && !only && (
        <ul className="reason-list">
          {items.map((item, place) => (
            <li key={keyOf(item)}>
              <label htmlFor={`reason-${keyOf(item)}`}>{about(item)}</label>
              <Input
                id={`reason-${keyOf(item)}`}
                value={reasonOf(keyOf(item))}
                onChange={(event) => setReasons({ ...reasons, [keyOf(item)]: event.target.value })}
                onPaste={(event) => paste(place, event)}
                onPressEnter={keep}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
