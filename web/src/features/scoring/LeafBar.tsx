import { LeftOutlined, RightOutlined, TableOutlined } from "@ant-design/icons";
import { Button, Flex, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { counts, leafTitle } from "./facts";
import type { Grid, GridLeaf } from "./keys";
import { useSteps } from "./useSteps";

/** Choice of the leaf, with how much is left of each; Alt+PageDown and Alt+PageUp go to the next and the previous. */
export function LeafBar({ grid, leaf }: { grid: Grid; leaf: GridLeaf | undefined }) {
  const { t } = useTranslation("scoring");
  const { program = "", appraisalId = "" } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const left = useMemo(() => counts(grid, "leaf"), [grid]);
  const place = leaf ? grid.leaves.indexOf(leaf) : -1;
  const go = (to: number | undefined) => {
    const next = to === undefined ? undefined : grid.leaves[to];
    const kept = new URLSearchParams(params);
    if (next) kept.set("set", next.set_code);
    else kept.delete("set");
    const path = `/${program}/appraisal/${appraisalId}/items${next ? `/${encodeURIComponent(next.item)}` : ""}`;
    void navigate(`${path}?${kept}`);
  };
  useSteps((by) => {
    if (grid.leaves[place + by]) go(place + by);
  });
  const severalSets = new Set(grid.leaves.map((one) => one.set_code)).size > 1;
  return (
    <Flex gap={8} align="center" className="leaf-bar">
      <Button
        icon={<TableOutlined aria-hidden />}
        aria-label={t("all_leaves")}
        title={t("all_leaves")}
        onClick={() => go(undefined)}
      />
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t("previous_leaf")}
        title={t("previous_leaf")}
        disabled={place <= 0}
        onClick={() => go(place - 1)}
      />
      <Select
        className="leaf-choice"
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("leaf")}
        placeholder={t("choose_leaf")}
        value={place < 0 ? undefined : place}
        onChange={go}
        options={grid.leaves.map((one, at) => ({
          value: at,
          label: `${severalSets ? `${one.set_code} · ` : ""}${leafTitle(one)}${
            left[at]?.unscored ? ` (${t("left", { count: left[at]?.unscored })})` : ""
          }`,
        }))}
      />
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t("next_leaf")}
        title={t("next_leaf")}
        disabled={place >= grid.leaves.length - 1}
        onClick={() => go(place + 1)}
      />
    </Flex>
  );
}
