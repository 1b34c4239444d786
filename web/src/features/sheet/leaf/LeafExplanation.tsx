import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";
import { Explanation } from "./Explanation";

export function LeafExplanation({ item, desk, mayWrite }: { item: string; desk: Desk; mayWrite: boolean }) {
  const text = useLeafPart(desk, item, (leaf) => leaf.fields.explanation);
  const fault = useLeafPart(desk, item, (leaf) => leaf.fault);
  return (
    <Explanation
      value={text}
      fault={fault}
      disabled={!mayWrite}
      onChange={(explanation) => desk.edit(item, { explanation })}
      onLeave={() => desk.flush(item)}
    />
  );
}
