import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useSettled } from "@/shared/ui/useSettled";
import type { Unit } from "@/shared/unit/useUnits";
import { AccountDrawer } from "./AccountDrawer";
import { AccountTable } from "./AccountTable";
import type { AccountFilter } from "./filter";
import { useAccounts } from "./useAccounts";
import { usePlaceOf } from "./usePlaceOf";

const STATES = ["usable", "locked", "appraisal_lock", "ended", "all"] as const;
const KINDS = ["data_entry", "appraisal", "management", "administration", "support", "client"] as const;

/** The accounts one may see, found by words at the service, with what may be done to each. */
export function AccountList({ units }: { units: Unit[] }) {
  const { t } = useTranslation("account");
  const [filter, setFilter] = useState<AccountFilter>({ words: "", state: "usable" });
  const accounts = useAccounts(useSettled(filter));
  const placeOf = usePlaceOf();
  const [openId, setOpenId] = useState<string>();
  const narrow = (part: Partial<AccountFilter>) => setFilter((before) => ({ ...before, ...part }));
  const shown = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = shown.find((account) => account.id === openId);
  return (
    <>
      <div className="account-filter" role="search">
        <Input.Search
          allowClear
          aria-label={t("filter.words")}
          placeholder={t("filter.words")}
          loading={accounts.isFetching}
          onChange={(event) => narrow({ words: event.target.value })}
        />
        <Select
          allowClear
          aria-label={t("field.kind")}
          placeholder={t("filter.all_kinds")}
          onChange={(kind: AccountFilter["kind"]) => narrow({ kind })}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
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
        {accounts.data && (
          <output className="account-count">
            {t(accounts.hasNextPage ? "filter.shown_first" : "filter.shown", { count: shown.length })}
          </output>
        )}
      </div>
      {accounts.isPending && <Loading />}
      {accounts.isError && <Trouble fault={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data && <AccountTable accounts={shown} placeOf={placeOf} onOpen={(account) => setOpenId(account.id)} />}
      {accounts.hasNextPage && (
        <Button
          className="account-more"
          loading={accounts.isFetchingNextPage}
          onClick={() => void accounts.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
      {open && <AccountDrawer account={open} place={placeOf(open)} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
