import type { Period } from "@/shared/period/usePeriods";
import { Extensions } from "./extensions/Extensions";

/** The units' requests for longer deadlines, and what was given. */
export function ExtensionsSlot({ period }: { period: Period }) {
  return <Extensions periodId={period.id} />;
}
