import { Button, Flex, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choice } from "./LineEditor";

/** Give all the lines of one member to another; saved with the rest. */
export function HandOver({
  givers,
  people,
  onHandOver,
}: {
  givers: Choice[];
  people: Choice[];
  onHandOver: (from: string, to: string) => void;
}) {
  const { t } = useTranslation("assignment");
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const giver = givers.some((one) => one.value === from) ? from : undefined;
  return (
    <section>
      <h2>{t("members.hand_over")}</h2>
      <p>{t("members.hand_over_detail")}</p>
      <Flex gap={8} wrap>
        <Select
          aria-label={t("members.from")}
          placeholder={t("members.from")}
          value={giver}
          options={givers}
          onChange={setFrom}
          style={{ inlineSize: 260, maxInlineSize: "100%" }}
        />
        <Select
          aria-label={t("members.to")}
          placeholder={t("members.to")}
          value={to === giver ? undefined : to}
          options={people.filter((one) => one.value !== giver)}
          onChange={setTo}
          style={{ inlineSize: 260, maxInlineSize: "100%" }}
        />
        <Button
          disabled={giver === undefined || to === undefined || to === giver}
          onClick={() => giver && to && onHandOver(giver, to)}
        >
          {t("members.hand_over")}
        </Button>
      </Flex>
    </section>
  );
}
