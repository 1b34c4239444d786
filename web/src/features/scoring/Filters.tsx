import { Flex, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useMembers } from "@/shared/members/useMembers";
import { FILTERS, groupsOf, type Filter } from "./facts";
import type { Grid } from "./keys";

export function Filters(props: {
  grid: Grid;
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  withUnits?: boolean;
}) {
  const { grid, filter, onChange, withUnits = true } = props;
  const { t, i18n } = useTranslation("scoring");
  const members = useMembers();
  const groups = groupsOf(grid);
  const groupTitle = (code: string) =>
    i18n.exists(`common:ranking_group.${code}`) ? t(`common:ranking_group.${code}`) : code;
  return (
    <Flex gap={8} wrap role="search" aria-label={t("filters")}>
      <Select
        style={{ minInlineSize: 170 }}
        aria-label={t("filter.only")}
        value={filter.only}
        onChange={(only) => onChange({ only })}
        options={[
          { value: "", label: t("filter.all") },
          ...FILTERS.map((mark) => ({ value: mark, label: t(`mark.${mark}`) })),
        ]}
      />
      {withUnits && groups.length > 1 && (
        <Select
          style={{ minInlineSize: 160 }}
          aria-label={t("filter.group")}
          value={filter.group}
          onChange={(group) => onChange({ group })}
          options={[
            { value: "", label: t("filter.all_groups") },
            ...groups.map((code) => ({ value: code, label: groupTitle(code) })),
          ]}
        />
      )}
      {(members.data?.length ?? 0) > 1 && (
        <Select
          style={{ minInlineSize: 170 }}
          aria-label={t("filter.member")}
          value={filter.member}
          onChange={(member) => onChange({ member })}
          options={[
            { value: "", label: t("filter.all_members") },
            ...(members.data ?? []).map((one) => ({ value: one.id, label: one.holder_name })),
          ]}
        />
      )}
      {withUnits && (
        <Input
          style={{ inlineSize: 180 }}
          allowClear
          aria-label={t("filter.find")}
          placeholder={t("filter.find")}
          value={filter.find}
          onChange={(event) => onChange({ find: event.target.value })}
        />
      )}
    </Flex>
  );
}
