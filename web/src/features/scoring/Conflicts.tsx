import { Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { Present } from "./edits";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import type { Editing } from "./useEdits";

/** What stands there, in words. */
export function useTheirs(): (present: Present | undefined) => string {
  const { t } = useTranslation("scoring");
  return (present) =>
    t("conflict_theirs", {
      score: present?.not_applicable ? t("claim") : points(present?.score ?? present?.count?.toString()),
      reason: present?.reason || "–",
    });
}

/** Somebody else saved the same items meanwhile: both are shown, and one chooses; nothing is overwritten unseen. */
export function Conflicts({ items, editing }: { items: Item[]; editing: Editing }) {
  const { t } = useTranslation("scoring");
  const theirs = useTheirs();
  const all = (take: "own" | "theirs") => items.forEach((item) => editing.decide(keyOf(item), take));
  return (
    <section className="desk-notice" aria-label={t("conflict")}>
      <p role="alert">
        <strong>{t("conflicts", { count: items.length })}</strong> {t("conflicts_how")}
      </p>
      <ul className="reason-list">
        {items.map((item) => {
          const edit = editing.edits.get(keyOf(item));
          return (
            <li key={keyOf(item)}>
              <Flex gap={8} wrap align="center">
                <span>
                  <strong>{item.unit_name}</strong>{" "}
                  {t("conflict_mine", {
                    score: edit?.score ?? edit?.base.text,
                    reason: (edit?.reason ?? edit?.base.reason) || "–",
                  })}{" "}
                  {theirs(edit?.present)}
                </span>
                <Button size="small" onClick={() => editing.decide(keyOf(item), "own")}>
                  {t("keep_own")}
                </Button>
                <Button size="small" onClick={() => editing.decide(keyOf(item), "theirs")}>
                  {t("take_theirs")}
                </Button>
              </Flex>
            </li>
          );
        })}
      </ul>
      {items.length > 1 && (
        <Flex gap={8} wrap>
          <Button onClick={() => all("own")}>{t("keep_own_all")}</Button>
          <Button onClick={() => all("theirs")}>{t("take_theirs_all")}</Button>
        </Flex>
      )}
    </section>
  );
}
