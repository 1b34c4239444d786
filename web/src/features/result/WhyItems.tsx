import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { points } from "@/shared/format/numbers";
import type { Why, WhyItem } from "./keys";
import { WhyDetails } from "./WhyDetails";

/** Items by field; each opens to its sentences, what was declared and what was given. */
export function WhyItems({ why, picked }: { why: Why; picked: Set<string> | null }) {
  const { t } = useTranslation("result");
  const [onlyLost, setOnlyLost] = useState(false);
  const shown = why.items.filter((item) => (picked === null || picked.has(item.item)) && (!onlyLost || lost(item)));
  const adjustments = shown.filter((item) => item.kind !== "leaf");
  return (
    <>
      <Checkbox checked={onlyLost} onChange={(event) => setOnlyLost(event.target.checked)}>
        {t("why.only_lost")}
      </Checkbox>
      {why.fields.map((field) => {
        const items = shown.filter((item) => field.items.includes(item.item));
        return (
          items.length > 0 && (
            <section key={field.code}>
              <h2 className="why-field">
                {field.code}. {field.title}:{" "}
                <Link to={`?of=field:${encodeURIComponent(field.code)}`} replace>
                  {t("why.of_max", { value: points(field.value), max: points(field.max_score) })}
                </Link>
              </h2>
              {items.map((item) => (
                <Item key={item.item} item={item} open={picked !== null && items.length <= 3} />
              ))}
            </section>
          )
        );
      })}
      {adjustments.length > 0 && (
        <section>
          <h2 className="why-field">{t("why.adjustments")}</h2>
          {adjustments.map((item) => (
            <Item key={item.item} item={item} open={picked !== null} />
          ))}
        </section>
      )}
    </>
  );
}

/** Whether an item got less than it could; the texts are the service's, of equally many digits. */
function lost(item: WhyItem): boolean {
  return item.kind === "leaf" && !item.not_applicable && item.final_score !== item.max_score;
}

function Item({ item, open }: { item: WhyItem; open: boolean }) {
  const { t } = useTranslation("result");
  const score = item.not_applicable
    ? t("why.not_applicable")
    : t("why.of_max", { value: points(item.final_score), max: points(item.max_score) });
  return (
    <details className="why-item" open={open}>
      <summary>
        <span>
          {item.item}. {item.title}
        </span>
        <b className={lost(item) ? "why-lost" : undefined}>
          {lost(item) && <span aria-label={t("why.lost_mark")}>▼ </span>}
          {score}
        </b>
      </summary>
      <WhyDetails item={item} />
    </details>
  );
}
