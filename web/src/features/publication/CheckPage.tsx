import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { CheckResult } from "./CheckResult";
import { fingerprintIn } from "./fingerprint";
import { ScanButton } from "./ScanButton";
import { useCheck } from "./useCheck";
import "./published.css";

/** What a printed document is, by the fingerprint on it: typed, pasted, or read from its QR code. */
export default function CheckPage() {
  const { t } = useTranslation("publication");
  const { fingerprint = "" } = useParams();
  const navigate = useNavigate();
  const [text, setText] = useState(fingerprint);
  const found = useCheck(fingerprintIn(fingerprint));
  const look = (value: string) => {
    const wanted = fingerprintIn(value);
    if (wanted !== "") void navigate(`/check/${encodeURIComponent(wanted)}`);
  };
  const unknown = found.error instanceof ProblemError && found.error.status === 404;
  return (
    <Page title={t("check.title")} lead={t("check.lead")}>
      <form
        className="check-form"
        onSubmit={(event) => {
          event.preventDefault();
          look(text);
        }}
      >
        <label htmlFor="fingerprint">{t("check.label")}</label>
        <Input.TextArea
          id="fingerprint"
          autoSize={{ minRows: 2 }}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            look(text);
          }}
        />
        <div className="check-acts">
          <Button type="primary" htmlType="submit">
            {t("check.act")}
          </Button>
          <ScanButton
            onFound={(value) => {
              setText(fingerprintIn(value));
              look(value);
            }}
          />
        </div>
      </form>
      <div aria-live="polite">
        {found.isLoading && <Loading rows={3} />}
        {found.isError &&
          (unknown ? (
            <Alert type="error" showIcon title={t("check.unknown")} description={t("check.unknown_detail")} />
          ) : (
            <Trouble fault={found.error} onRetry={() => void found.refetch()} />
          ))}
        {found.data !== undefined && <CheckResult checked={found.data} />}
      </div>
    </Page>
  );
}
