import { Button, Empty, Segmented, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { DecideDialog } from "./DecideDialog";
import { useRequests, type AccountRequest } from "./useRequests";

const COLOURS = { open: "gold", approved: "green", refused: "red", withdrawn: "default" };

/** Requests for accounts and passwords: an administrator's queue, a head's and lead's own. */
export function Requests() {
  const { t } = useTranslation("account");
  const requests = useRequests();
  const [which, setWhich] = useState<"open" | "all">("open");
  const [deciding, setDeciding] = useState<{ request: AccountRequest; act: "approve" | "refuse" | "withdraw" }>();
  const shown = requests.data?.filter((request) => which === "all" || request.status === "open");
  return (
    <>
      <Segmented
        aria-label={t("requests.which")}
        value={which}
        onChange={setWhich}
        options={[
          { value: "open", label: t("requests.open") },
          { value: "all", label: t("requests.all") },
        ]}
        style={{ marginBlockEnd: 8 }}
      />
      {requests.isPending && <Loading />}
      {requests.isError && <Trouble fault={requests.error} onRetry={() => void requests.refetch()} />}
      {shown && (
        <Table<AccountRequest>
          rowKey="id"
          size="small"
          dataSource={shown}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          scroll={{ x: 980 }}
          locale={{ emptyText: <Empty description={t("requests.none")} /> }}
          columns={[
            {
              title: t("requests.what"),
              render: (_, request) => (
                <>
                  <strong>{t(`requests.about_${request.about}`)}</strong>
                  <div>
                    {request.holder_name ?? request.account_holder} ({request.username ?? request.account_username})
                  </div>
                  {request.role !== null && <Tag>{t(`common:role.${request.role}`)}</Tag>}
                </>
              ),
            },
            { title: t("field.place"), width: 190, render: (_, one) => one.unit_name ?? one.appraiser_code },
            {
              title: t("requests.asked"),
              width: 230,
              render: (_, one) => (
                <>
                  {one.asked_by_name}, {dateTime(one.asked_at)}
                  <div>{one.reason}</div>
                </>
              ),
            },
            {
              title: t("field.status"),
              width: 220,
              render: (_, one) => (
                <>
                  <Tag color={COLOURS[one.status]}>{t(`requests.status_${one.status}`)}</Tag>
                  {one.decided_at !== null && (
                    <div>
                      {one.decided_by_name}, {dateTime(one.decided_at)}
                    </div>
                  )}
                  {one.decision_reason !== "" && <div>{one.decision_reason}</div>}
                </>
              ),
            },
            {
              title: t("field.acts"),
              width: 190,
              render: (_, request) => (
                <Space wrap>
                  {request.allowed_actions.map((act) => (
                    <Button
                      key={act}
                      size="small"
                      type={act === "approve" ? "primary" : "default"}
                      onClick={() => setDeciding({ request, act })}
                    >
                      {t(`decide.${act}.name`)}
                    </Button>
                  ))}
                </Space>
              ),
            },
          ]}
        />
      )}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}
