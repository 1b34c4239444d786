import { LeftOutlined, RightOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { Button, Flex, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { holds } from "@/shared/format/search";
import { counts, sheetsByName } from "./facts";
import type { Grid, GridSheet } from "./keys";
import { useSteps } from "./useSteps";

/** Choice of the unit, with how much is left of each. */
export function SheetBar({ grid, sheet }: { grid: Grid; sheet: GridSheet }) {
  const { t } = useTranslation("scoring");
  const { program = "", appraisalId = "" } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const sheets = useMemo(() => sheetsByName(grid), [grid]);
  const left = useMemo(() => {
    const found = counts(grid, "sheet");
    return new Map(grid.sheets.map((one, place) => [one.sheet_id, found[place]?.unscored ?? 0]));
  }, [grid]);
  const place = sheets.indexOf(sheet);
  const go = (id: string | undefined) =>
    void navigate(`/${program}/appraisal/${appraisalId}/sheets${id ? `/${id}` : ""}?${params}`);
  useSteps((by) => {
    const next = sheets[place + by];
    if (next) go(next.sheet_id);
  });
  return (
    <Flex gap={8} align="center" className="leaf-bar">
      <Button
        icon={<UnorderedListOutlined aria-hidden />}
        aria-label={t("all_units")}
        title={t("all_units")}
        onClick={() => go(undefined)}
      />
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t("previous_unit")}
        title={t("previous_unit")}
        disabled={place <= 0}
        onClick={() => go(sheets[place - 1]?.sheet_id)}
      />
      <Select
        className="leaf-choice"
        showSearch={{ filterOption: (typed, option) => holds(String(option?.label ?? ""), typed) }}
        aria-label={t("column.unit")}
        value={sheet.sheet_id}
        onChange={go}
        options={sheets.map((one) => ({
          value: one.sheet_id,
          label: `${one.unit_name}${left.get(one.sheet_id) ? ` (${t("left", { count: left.get(one.sheet_id) })})` : ""}`,
        }))}
      />
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t("next_unit")}
        title={t("next_unit")}
        disabled={place >= sheets.length - 1}
        onClick={() => go(sheets[place + 1]?.sheet_id)}
      />
    </Flex>
  );
}
