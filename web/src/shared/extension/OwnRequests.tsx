import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Trouble } from "@/shared/ui/Trouble";
import { RequestStatusTag } from "./RequestStatusTag";
import { useExtensionRequests, type ExtensionRequest } from "./useExtensionRequests";
import { useWithdrawRequest } from "./useWithdrawRequest";
import "./extension.css";

/** What the unit asked for in the period and what became of it. */
export function OwnRequests({ periodId }: { periodId: string }) {
  const { t } = useTranslation("extension");
  const { data, error, refetch } = useExtensionRequests(periodId);
  const withdraw = useWithdrawRequest(periodId);
  if (error !== null) return <Trouble fault={error} onRetry={() => void refetch()} />;
  return (
    <>
      {withdraw.isError && <Trouble fault={withdraw.error} />}
      {data?.length === 0 && <p className="extension-label">{t("own.none")}</p>}
      <ul className="extension-list">
        {data?.map((request) => (
          <OwnRequest
            key={request.id}
            request={request}
            busy={withdraw.isPending}
            onWithdraw={() => withdraw.mutate(request.id)}
          />
        ))}
      </ul>
    </>
  );
}

function OwnRequest(props: { request: ExtensionRequest; busy: boolean; onWithdraw: () => void }) {
  const { request, busy, onWithdraw } = props;
  const { t } = useTranslation("extension");
  return (
    <li>
      <div>
        <RequestStatusTag status={request.status} /> {t("own.until", { time: dateTime(request.to) })}
      </div>
      <div className="extension-text">{request.reason}</div>
      <div className="extension-label">
        {t("own.asked", { name: request.asked_by_name, time: dateTime(request.asked_at) })}
      </div>
      {request.decided_at !== null && (
        <div className="extension-label">
          {t("own.decided", { name: request.decided_by_name, time: dateTime(request.decided_at) })}
        </div>
      )}
      {request.decision_reason !== "" && <blockquote className="extension-text">{request.decision_reason}</blockquote>}
      {request.allowed_actions.includes("withdraw") && (
        <Button size="large" loading={busy} onClick={onWithdraw}>
          {t("own.withdraw")}
        </Button>
      )}
    </li>
  );
}
