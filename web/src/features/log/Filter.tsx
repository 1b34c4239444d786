import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import type { Unit } from "@/shared/unit/useUnits";
import { ACTS } from "./acts";
import type { LogFilter, Source } from "./useLog";

/** Who, what, when, and of which unit. */
export function Filter({
  source,
  own,
  units,
  filter,
  onChange,
}: {
  source: Source;
  own: boolean;
  units: Unit[];
  filter: LogFilter;
  onChange: (filter: LogFilter) => void;
}) {
  const { t } = useTranslation("log");
  const [who, setWho] = useState(filter.who ?? "");
  const put = (part: LogFilter) => onChange({ ...filter, ...part });
  return (
    <div className="log-filter" role="search">
      {!own && (
        <Input.Search
          allowClear
          aria-label={t("filter.who")}
          placeholder={t("filter.who")}
          value={who}
          onChange={(event) => setWho(event.target.value)}
          onSearch={(words) => put({ who: words.trim() === "" ? undefined : words })}
        />
      )}
      <Select
        mode="multiple"
        allowClear
        maxTagCount={1}
        aria-label={t("field.act")}
        placeholder={t("filter.all_acts")}
        value={filter.act ?? []}
        onChange={(act: string[]) => put({ act: act.length === 0 ? undefined : act })}
        showSearch={{ filterOption: (words, option) => holds(String(option?.label), words) }}
        options={ACTS[source].map((value) => ({ value, label: t(`act.${value}`) }))}
      />
      {units.length > 0 && !own && (
        <Select
          allowClear
          aria-label={t("field.unit")}
          placeholder={t("filter.all_units")}
          value={filter.unit_code}
          onChange={(unit: string | undefined) => put({ unit_code: unit })}
          showSearch={{ filterOption: (words, option) => holds(String(option?.label), words) }}
          options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
        />
      )}
      <InstantPicker
        label={t("filter.since")}
        placeholder={t("filter.since")}
        usualTime="00:00"
        value={filter.since ?? null}
        onChange={(since) => put({ since: since ?? undefined })}
      />
      <InstantPicker
        label={t("filter.until")}
        placeholder={t("filter.until")}
        usualTime="23:59"
        value={filter.until ?? null}
        onChange={(until) => put({ until: until ?? undefined })}
      />
    </div>
  );
}
