import { Flex, Progress, Table, Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { byName } from "@/shared/format/search";
import { counts, passes } from "./facts";
import { Filters } from "./Filters";
import type { Grid, GridSheet } from "./keys";
import { useFilter } from "./useFilter";

interface Line extends GridSheet {
  all: number;
  scored: number;
  fits: boolean;
}

/** Every unit with how far its appraisal is. */
export function SheetList({ grid }: { grid: Grid }) {
  const { t } = useTranslation("scoring");
  const [filter, change] = useFilter();
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const lines = useMemo((): Line[] => {
    const left = counts(grid, "sheet");
    const fitting = new Set<number>();
    for (const cell of grid.cells) {
      const sheet = grid.sheets[cell.sheet];
      if (sheet && passes(cell, sheet, filter)) fitting.add(cell.sheet);
    }
    const wantsAll = filter.only === "" && filter.member === "" && filter.group === "" && filter.find === "";
    return grid.sheets
      .map((sheet, place) => {
        const { all, unscored } = left[place] ?? { all: 0, unscored: 0 };
        return { ...sheet, all, scored: all - unscored, fits: wantsAll || fitting.has(place) };
      })
      .filter((line) => line.fits)
      .sort((a, b) => byName(a.unit_name, b.unit_name));
  }, [grid, filter]);
  return (
    <>
      <Flex className="desk-tools">
        <Filters grid={grid} filter={filter} onChange={change} />
      </Flex>
      <Table
        size="small"
        rowKey="sheet_id"
        dataSource={lines}
        pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        scroll={{ x: "max-content" }}
        columns={[
          {
            title: t("column.unit"),
            render: (_, line: Line) => (
              <Link to={`${pathname.replace(/\/$/, "")}/${line.sheet_id}?${params}`}>{line.unit_name}</Link>
            ),
            sorter: (a: Line, b: Line) => byName(a.unit_name, b.unit_name),
          },
          {
            title: t("column.state"),
            render: (_, line: Line) =>
              line.is_sent ? (
                <>
                  {dateTime(line.sent_at)} {line.late && <Tag color="gold">{t("mark.late")}</Tag>}
                </>
              ) : line.is_final ? (
                <Tag color="red">{t("common:sheet_status.not_sent")}</Tag>
              ) : (
                <Tag>{t("open_until", { at: dateTime(line.last_instant) })}</Tag>
              ),
          },
          {
            title: t("column.scored"),
            sorter: (a: Line, b: Line) => a.scored / (a.all || 1) - b.scored / (b.all || 1),
            render: (_, line: Line) => (
              <Flex gap={8} align="center">
                <span className="number">{t("of", { done: line.scored, all: line.all })}</span>
                <Progress
                  percent={line.all === 0 ? 0 : Math.floor((100 * line.scored) / line.all)}
                  size="small"
                  style={{ inlineSize: 120, margin: 0 }}
                  aria-label={line.unit_name}
                />
              </Flex>
            ),
          },
        ]}
      />
    </>
  );
}
