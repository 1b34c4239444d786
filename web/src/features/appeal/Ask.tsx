import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { useAppeal } from "./useAppeals";

export function Ask({ periodId }: { periodId: string }) {
  const { t } = useTranslation("appeal");
  const appeal = useAppeal(periodId);
  const [text, setText] = useState("");
  return (
    <form
      className="appeal"
      onSubmit={(event) => {
        event.preventDefault();
        appeal.mutate(text);
      }}
    >
      <label htmlFor="appeal-text">{t("ask.label")}</label>
      <Input.TextArea
        id="appeal-text"
        autoSize={{ minRows: 4 }}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="appeal-hint">{t("ask.hint")}</p>
      {appeal.isError && <Trouble fault={appeal.error} />}
      <Button type="primary" htmlType="submit" loading={appeal.isPending}>
        {t("ask.send")}
      </Button>
    </form>
  );
}
