import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Unit } from "@/shared/unit/useUnits";
import { AccountDrawer } from "./AccountDrawer";
import { AccountTable } from "./AccountTable";
import { found, type AccountFilter } from "./filter";
import { useAccounts } from "./useAccounts";
import { usePlaceOf } from "./usePlaceOf";

const STATES = ["usable", "locked", "appraisal_lock", "ended", "all"] as const;

/** The accounts one may see, with what may be done to each. */
export function AccountList({ units }: { units: Unit[] }) {
  const { t } = useTranslation("account");
  const accounts = useAccounts();
  const placeOf = usePlaceOf(units);
  const [filter, setFilter] = useState<AccountFilter>({ words: "", state: "usable" });
  const [openId, setOpenId] = useState<string>();
  const narrow = (part: Partial<AccountFilter>) => setFilter((before) => ({ ...before, ...part }));
  const all = accounts.data ?? [];
  const open = all.find((account) => account.id === openId);
  const kinds = [...new Set(all.map((account) => account.kind))];
  const shown = found(all, filter, placeOf);
  return (
    <>
      <div className="account-filter" role="search">
        <Input.Search
          allowClear
          aria-label={t("filter.words")}
          placeholder={t("filter.words")}
          onChange={(event) => narrow({ words: event.target.value })}
        />
        <Select
          allowClear
          aria-label={t("field.kind")}
          placeholder={t("filter.all_kinds")}
          onChange={(kind: string | undefined) => narrow({ kind })}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        {units.length > 0 && (
          <Select
            allowClear
            aria-label={t("field.unit")}
            placeholder={t("filter.all_units")}
            onChange={(unit: string | undefined) => narrow({ unit })}
            showSearch={{ filterOption: (words, option) => holds(String(option?.label), words) }}
            options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
          />
        )}
        <Select
          aria-label={t("field.status")}
          value={filter.state}
          onChange={(state) => narrow({ state })}
          options={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <output className="account-count">{t("filter.count", { shown: shown.length, count: all.length })}</output>
      </div>
      {accounts.isPending && <Loading />}
      {accounts.isError && <Trouble fault={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data && <AccountTable accounts={shown} placeOf={placeOf} onOpen={(account) => setOpenId(account.id)} />}
      {open && (
        <AccountDrawer account={open} accounts={all} place={placeOf(open)} onClose={() => setOpenId(undefined)} />
      )}
    </>
  );
}
