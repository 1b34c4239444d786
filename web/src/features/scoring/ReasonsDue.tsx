import { Button, Flex, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import { pastedCells } from "./paste";
import type { Editing } from "./useEdits";

/** Asks at once for the reasons that the service says are due, one for all or each its own, without taking the keyboard from the grid. */
export function ReasonsDue(props: { items: Item[]; editing: Editing; onClose: () => void }) {
  const { items, editing, onClose } = props;
  const { t } = useTranslation("scoring");
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [forAll, setForAll] = useState("");
  const reasonOf = (key: string) => reasons[key] ?? forAll;
  const some = items.some((item) => reasonOf(keyOf(item)).trim() !== "");
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
      if (reason !== "") editing.type(keyOf(item), { reason });
    }
  };
  return (
    <section className="reasons-due" aria-label={t("reasons_due", { count: items.length })}>
      <p role="status">
        <strong>{t("reasons_due", { count: items.length })}.</strong> {t("reasons_why")}
      </p>
      {items.length > 1 && (
        <label className="reason-all">
          {t("reason_for_all")}
          <Input value={forAll} onChange={(event) => setForAll(event.target.value)} />
        </label>
      )}
      <ul className="reason-list">
        {items.map((item, place) => (
          <li key={keyOf(item)}>
            <label htmlFor={`reason-${keyOf(item)}`}>
              {item.unit_name} · {item.item}:{" "}
              {t("reason_between", {
                self: item.is_claim ? t("claim") : points(item.self_score ?? item.claimed_count),
                score: editing.edits.get(keyOf(item))?.score ?? "",
              })}
            </label>
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
      <Flex gap={8}>
        <Button type="primary" disabled={!some} onClick={keep}>
          {t("common:action.save")}
        </Button>
        <Button onClick={onClose}>{t("reasons_later")}</Button>
      </Flex>
    </section>
  );
}
