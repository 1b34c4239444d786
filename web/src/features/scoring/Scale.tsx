import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { GridLeaf } from "./keys";

/** How a leaf is scored, in the set's own words. */
export function Scale({ leaf }: { leaf: GridLeaf }) {
  const { t } = useTranslation("scoring");
  return (
    <details className="scale">
      <summary>
        {t(`method.${leaf.method}`)}
        {leaf.max_score !== null && ` · ${t("max", { max: points(leaf.max_score) })}`}
      </summary>
      {leaf.numerator_label && (
        <p>
          b: {leaf.numerator_label}; a: {leaf.denominator_label}
        </p>
      )}
      <ul>
        {leaf.choices.map((one) => (
          <li key={one.label}>
            {one.label}: {points(one.score)}
          </li>
        ))}
      </ul>
    </details>
  );
}
