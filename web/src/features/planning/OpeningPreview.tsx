import { Alert, App, Button, Space, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { PlaceFault } from "./form/PeriodForm";
import { useOpening } from "./useOpening";
import { usePeriodAct } from "./usePeriodAct";

/** What opening would do: the faults that stand against it, else the sheets it makes, and the button that opens. */
export function OpeningPreview({ period, onMend }: { period: Period; onMend: (faults: PlaceFault[]) => void }) {
  const { t } = useTranslation("planning");
  const { modal, message } = App.useApp();
  const opening = useOpening(period.id, true);
  const act = usePeriodAct(period.id);
  if (opening.isPending) return <Loading />;
  if (opening.isError) return <Trouble fault={opening.error} onRetry={() => void opening.refetch()} />;
  const { faults, sheets } = opening.data;
  const ask = () =>
    modal.confirm({
      title: t("opening.ask", { count: sheets.length }),
      content: t("opening.ask_detail"),
      okText: t("opening.open"),
      cancelText: t("common:action.cancel"),
      onOk: () => act.mutateAsync("open").then(() => void message.success(t("opening.opened"))),
    });
  return (
    <>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t("opening.faults", { count: faults.length })}
          description={
            <ul>
              {faults.map(({ place, message: text }) => (
                <li key={place + text}>{text}</li>
              ))}
            </ul>
          }
          action={<Button onClick={() => onMend([...faults])}>{t("opening.mend")}</Button>}
        />
      ) : (
        <Alert type="success" showIcon title={t("opening.ready", { count: sheets.length })} />
      )}
      <Space style={{ marginBlock: 12 }} wrap>
        <Button type="primary" disabled={faults.length > 0} loading={act.isPending} onClick={ask}>
          {t("opening.open")}
        </Button>
        <Button onClick={() => void opening.refetch()} loading={opening.isFetching}>
          {t("opening.again")}
        </Button>
      </Space>
      {act.isError && <Trouble fault={act.error} />}
      <Table
        rowKey={(sheet) => sheet.set_code + sheet.unit_code}
        size="small"
        dataSource={[...sheets]}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 480 }}
        caption={t("opening.sheets")}
        columns={[
          { title: t("field.unit"), dataIndex: "unit_name" },
          { title: t("field.unit_code"), dataIndex: "unit_code" },
          { title: t("field.criteria_set"), dataIndex: "set_code" },
        ]}
      />
    </>
  );
}
