import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { NetworkLost, ProblemError } from "@/shared/api/problem";

interface Told {
  title: string;
  detail: string;
  faults: string[];
  trace?: string | undefined;
}

/** What a person reads of any failure: the one place that turns a problem into words. */
export function useTold(): (fault: unknown) => Told {
  const { t } = useTranslation();
  return (fault) => {
    if (fault instanceof NetworkLost) {
      return { title: t("trouble.network"), detail: t("trouble.network_detail"), faults: [] };
    }
    if (fault instanceof ProblemError && fault.problem.title !== "") {
      const { title, detail, errors, trace, status } = fault.problem;
      const faults = (errors ?? []).map((one) => one.detail).filter((one) => one !== detail);
      return { title, detail: detail ?? "", faults, trace: status >= 500 ? trace : undefined };
    }
    const trace = fault instanceof ProblemError ? fault.problem.trace : undefined;
    return { title: t("trouble.unforeseen"), detail: t("trouble.unforeseen_detail"), faults: [], trace };
  };
}

/** A refusal or failure where it happened, with what to do. */
export function Trouble({ fault, onRetry }: { fault: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const told = useTold()(fault);
  return (
    <Alert
      type={fault instanceof NetworkLost ? "warning" : "error"}
      showIcon
      role="alert"
      title={told.title}
      description={
        <>
          {told.detail}
          {told.faults.length > 0 && (
            <ul>
              {told.faults.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
          {told.trace !== undefined && <div>{t("trouble.trace", { trace: told.trace })}</div>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t("trouble.retry")}</Button>}
    />
  );
}
