import { FileExcelOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { serverNow } from "@/shared/api/serverClock";
import { byName } from "@/shared/format/search";
import { wallTime } from "@/shared/format/vietnamTime";
import { ImportDrawer } from "@/shared/importing/ImportDrawer";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { useSettled } from "@/shared/ui/useSettled";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import { unitKeys, useUnits, type Unit } from "@/shared/unit/useUnits";
import { importUnits, UNIT_TEMPLATE } from "./importUnits";
import { RetireDialog } from "./RetireDialog";
import { found, rowOf, treeOf, type UnitFilter } from "./rows";
import { useFoundUnits } from "./useFoundUnits";
import { UnitDrawer } from "./UnitDrawer";
import { UnitTable } from "./UnitTable";
import "./unit.css";

export default function UnitsPage() {
  const { t } = useTranslation("unit");
  const writes = useAccount().kind === "administration";
  const client = useQueryClient();
  const units = useUnits();
  const typeTitle = useUnitTypeTitle();
  const groupTitle = useGroupTitle();
  const [filter, setFilter] = useState<UnitFilter>({ words: "", state: "there" });
  const [tree, setTree] = useState(false);
  const [form, setForm] = useState<{ unit?: Unit; open: boolean }>({ open: false });
  const [retiring, setRetiring] = useState<Unit>();
  const [importing, setImporting] = useState(false);
  const today = wallTime(new Date(serverNow()).toISOString()).slice(0, 10);
  const all = useMemo(() => units.data ?? [], [units.data]);
  const names = useMemo(() => new Map(all.map((unit) => [unit.code, unit.name])), [all]);
  const listed = useFoundUnits(useSettled(filter));
  const looked = tree ? units : listed;
  const shown = tree ? found(all, filter, today) : (listed.data?.pages.flatMap((page) => page.items) ?? []);
  const values = (of: (unit: Unit) => string) => [...new Set(all.map(of))];
  const groups = values((unit) => unit.ranking_group).sort(byName);
  const narrow = (part: Partial<UnitFilter>) => setFilter((before) => ({ ...before, ...part }));
  return (
    <Page
      title={t("title")}
      lead={
        units.data && t(listed.hasNextPage && !tree ? "lead_first" : "lead", { shown: shown.length, count: all.length })
      }
      actions={
        writes && (
          <>
            <Link className="unit-mergers" to="/administration/units/mergers">
              {t("merge.title")}
            </Link>
            <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setImporting(true)}>
              {t("import")}
            </Button>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm({ open: true })}>
              {t("add")}
            </Button>
          </>
        )
      }
    >
      <div className="unit-filter" role="search">
        <Input.Search
          allowClear
          aria-label={t("filter.words")}
          placeholder={t("filter.words")}
          onChange={(event) => narrow({ words: event.target.value })}
        />
        <Select
          allowClear
          aria-label={t("field.unit_type")}
          placeholder={t("filter.all_types")}
          onChange={(type: string | undefined) => narrow({ type })}
          options={values((unit) => unit.unit_type).map((value) => ({ value, label: typeTitle(value) }))}
        />
        <Select
          allowClear
          aria-label={t("field.ranking_group")}
          placeholder={t("filter.all_groups")}
          onChange={(group: string | undefined) => narrow({ group })}
          options={groups.map((value) => ({ value, label: groupTitle(value) }))}
        />
        <Select
          aria-label={t("filter.state")}
          value={filter.state}
          onChange={(state) => narrow({ state })}
          options={(["there", "over", "all"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <Segmented
          aria-label={t("filter.view")}
          value={tree ? "tree" : "list"}
          onChange={(view) => setTree(view === "tree")}
          options={[
            { value: "list", label: t("filter.list") },
            { value: "tree", label: t("filter.tree") },
          ]}
        />
      </div>
      {looked.isPending && <Loading />}
      {looked.isError && <Trouble fault={looked.error} onRetry={() => void looked.refetch()} />}
      {looked.data && (
        <UnitTable
          rows={tree ? treeOf(shown, typeTitle) : shown.map(rowOf)}
          names={names}
          today={today}
          tree={tree}
          onChange={writes ? (unit) => setForm({ unit, open: true }) : undefined}
          onRetire={writes ? setRetiring : undefined}
        />
      )}
      {!tree && listed.hasNextPage && (
        <Button className="unit-more" loading={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <UnitDrawer
        unit={form.unit}
        units={all}
        groups={groups}
        open={form.open}
        onClose={() => setForm((before) => ({ ...before, open: false }))}
      />
      {retiring && <RetireDialog unit={retiring} onClose={() => setRetiring(undefined)} />}
      <ImportDrawer
        title={t("import_title")}
        lead={t("import_lead")}
        template={UNIT_TEMPLATE}
        open={importing}
        onClose={() => setImporting(false)}
        run={async (content, dryRun, key) => {
          const result = await importUnits(content, dryRun, key);
          if (!dryRun) await client.invalidateQueries({ queryKey: unitKeys.all });
          return result;
        }}
      />
    </Page>
  );
}
