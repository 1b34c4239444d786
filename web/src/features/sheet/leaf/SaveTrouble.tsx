import { Alert, Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { signIn } from "@/shared/session/useSession";
import { useTold } from "@/shared/ui/Trouble";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";
import { isNumberFault } from "./useFaultAt";

/** Why something is not saved, and what to do; what was typed stays. */
export function SaveTrouble({ desk, item }: { desk: Desk; item: string }) {
  const { t } = useTranslation("sheet");
  const tell = useTold();
  const phase = useLeafPart(desk, item, (leaf) => leaf.phase);
  const fault = useLeafPart(desk, item, (leaf) => leaf.fault);
  if (phase === "session") {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t("common:trouble.session_over")}
        description={t("common:trouble.session_over_detail")}
        action={<Button onClick={() => signIn()}>{t("common:person.sign_in")}</Button>}
      />
    );
  }
  if (phase !== "refused") return null;
  const { title, detail, faults } = tell(fault);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {!isNumberFault(fault) && <p>{[detail, ...faults].filter(Boolean).join(" ")}</p>}
          <p>{t("refused.kept")}</p>
          <Flex wrap gap={8}>
            <Button size="small" onClick={() => desk.insist()}>
              {t("common:saving.retry")}
            </Button>
            <Button size="small" onClick={() => desk.discard(item)}>
              {t("refused.discard")}
            </Button>
          </Flex>
        </>
      }
    />
  );
}
