import { Alert, Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { dateTime } from "@/shared/format/dates";
import type { Desk } from "../saving/desk";
import { fieldsOf, type Fields, type Group } from "../saving/fields";
import { useLeafPart } from "../useDesk";
import { inWords } from "./words";

/** Both people's words side by side where both changed the same: nothing is saved before a person has chosen. */
export function ConflictChoice({ desk, item }: { desk: Desk; item: Item }) {
  const isOpen = useLeafPart(desk, item.code, (leaf) => leaf.conflict !== undefined);
  return isOpen && <Sides desk={desk} item={item} />;
}

function Sides({ desk, item }: { desk: Desk; item: Item }) {
  const { t } = useTranslation("sheet");
  const leaf = useLeafPart(desk, item.code, (one) => one);
  if (leaf.conflict === undefined) return null;
  const theirs = leaf.conflict.theirs;
  const other = fieldsOf(theirs);
  const settle = (group: Group, chosen: Fields) => desk.settle(leaf.item, group, chosen);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t("conflict.title", { name: theirs.saved_by_name ?? "", time: dateTime(theirs.saved_at) })}
      description={leaf.conflict.groups.map((group) => (
        <div key={group} className="conflict">
          <div className="conflict-sides">
            <Side label={t("conflict.mine")} text={inWords(group, leaf.fields, item, t)} />
            <Side
              label={t("conflict.theirs", { name: theirs.saved_by_name ?? "" })}
              text={inWords(group, other, item, t)}
            />
          </div>
          <Flex wrap gap={8}>
            <Button onClick={() => settle(group, leaf.fields)}>{t("conflict.keep_mine")}</Button>
            <Button onClick={() => settle(group, other)}>{t("conflict.keep_theirs")}</Button>
            {group === "explanation" && (
              <Button
                onClick={() =>
                  settle(group, { ...leaf.fields, explanation: `${other.explanation}\n\n${leaf.fields.explanation}` })
                }
              >
                {t("conflict.keep_both")}
              </Button>
            )}
          </Flex>
        </div>
      ))}
    />
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <div className="leaf-label">{label}</div>
      <div className="conflict-text">{text}</div>
    </div>
  );
}
