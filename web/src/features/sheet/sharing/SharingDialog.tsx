import { Alert, Button, Drawer, Flex, Input, Select, Table } from "antd";
import { useState, type Key } from "react";
import { useTranslation } from "react-i18next";
import { isSystem, type CriteriaSet, type Item } from "@/shared/criteria/set";
import { dateTime } from "@/shared/format/dates";
import { holds } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { SharingHistory } from "./SharingHistory";
import { useGive, useSharing, type Sharing } from "./useSharing";

/** Mark leaves, choose a sub-unit, give; or take back what was given. */
export default function SharingDialog(props: {
  sheetId: string;
  set: CriteriaSet;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("sheet");
  const { sheetId, set, open, onClose } = props;
  const { data, error, refetch } = useSharing(sheetId, open);
  return (
    <Drawer
      open={open}
      title={t("sharing.title")}
      onClose={onClose}
      size="min(860px, 100%)"
      closable={{ "aria-label": t("sharing.close") }}
    >
      {error ? (
        <Trouble fault={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.sub_units.length === 0 ? (
        <Alert type="info" showIcon title={t("sharing.no_sub_units")} description={t("sharing.no_sub_units_detail")} />
      ) : (
        <Leaves sheetId={sheetId} set={set} sharing={data} />
      )}
    </Drawer>
  );
}

function Leaves({ sheetId, set, sharing }: { sheetId: string; set: CriteriaSet; sharing: Sharing }) {
  const { t } = useTranslation("sheet");
  const { mutate, isPending, error } = useGive(sheetId);
  const [wanted, setWanted] = useState("");
  const [marked, setMarked] = useState<Key[]>([]);
  const [subUnit, setSubUnit] = useState<string>();
  const given = new Map(sharing.items.map((one) => [one.item, one]));
  const shown = set.items.filter((item) => !isSystem(item) && holds(`${item.code} ${item.title}`, wanted));
  const codes = marked.map(String);
  const act = (to: string | null) => mutate({ items: codes, subUnit: to }, { onSuccess: () => setMarked([]) });
  return (
    <Flex vertical gap={10}>
      <span>{t(sharing.may_give ? "sharing.lead" : "sharing.over")}</span>
      <Input.Search
        allowClear
        aria-label={t("tree.search")}
        placeholder={t("tree.search")}
        onChange={(event) => setWanted(event.target.value)}
      />
      {sharing.may_give && (
        <Flex wrap gap={8}>
          <Select
            aria-label={t("sharing.sub_unit")}
            placeholder={t("sharing.sub_unit")}
            style={{ minInlineSize: 220, flex: 1 }}
            value={subUnit}
            onChange={setSubUnit}
            options={sharing.sub_units.map((unit) => ({ value: unit.code, label: unit.name }))}
          />
          <Button
            type="primary"
            loading={isPending}
            disabled={marked.length === 0 || subUnit === undefined}
            onClick={() => subUnit !== undefined && act(subUnit)}
          >
            {t("sharing.give", { count: marked.length })}
          </Button>
          <Button disabled={isPending || !codes.some((code) => given.has(code))} onClick={() => act(null)}>
            {t("sharing.take_back")}
          </Button>
        </Flex>
      )}
      {error !== null && <Trouble fault={error} />}
      <Table<Item>
        size="small"
        rowKey="code"
        dataSource={shown}
        pagination={false}
        scroll={{ x: 560 }}
        {...(sharing.may_give && {
          rowSelection: {
            selectedRowKeys: marked,
            onChange: setMarked,
            preserveSelectedRowKeys: true,
            getTitleCheckboxProps: () => ({ "aria-label": t("sharing.mark_all") }),
            getCheckboxProps: (item: Item) => ({ "aria-label": t("sharing.mark", { item: item.code }) }),
          },
        })}
        columns={[
          { title: t("sharing.leaf"), key: "leaf", render: (_, item) => `${item.code} ${item.title}` },
          {
            title: t("sharing.sub_unit"),
            key: "sub_unit",
            width: 240,
            render: (_, { code }) => {
              const one = given.get(code);
              return one === undefined ? (
                t("sharing.own")
              ) : (
                <>
                  {one.sub_unit_name}
                  <br />
                  <small>{t("sharing.given", { name: one.given_by_name, time: dateTime(one.given_at) })}</small>
                </>
              );
            },
          },
        ]}
      />
      <SharingHistory sheetId={sheetId} />
    </Flex>
  );
}
