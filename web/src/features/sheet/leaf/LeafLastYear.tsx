import { LastYear } from "../last_year/LastYear";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";

/** What was declared in the period before, and its words carried over when they are asked for. */
export function LeafLastYear(props: { sheetId: string; item: string; desk: Desk; mayWrite: boolean }) {
  const { sheetId, item, desk, mayWrite } = props;
  const explanation = useLeafPart(desk, item, (leaf) => leaf.fields.explanation);
  const carry = (text: string): void => desk.edit(item, { explanation: text }, "now");
  return <LastYear sheetId={sheetId} item={item} explanation={explanation} onCarry={mayWrite ? carry : undefined} />;
}
