import { useAccount } from "@/shared/session/useSession";
import { Logs } from "./Logs";
import type { Source } from "./useLog";

const SOURCES: Record<string, Source[]> = {
  data_entry: ["identity", "assessment"],
  appraisal: ["identity", "appraisal", "ranking"],
  management: ["identity", "assessment", "appraisal", "ranking"],
  administration: ["identity", "assessment"],
};

/** What one did oneself, and what was done to one's accounts. */
export default function OwnLogPage() {
  return <Logs own sources={SOURCES[useAccount().kind] ?? ["identity"]} />;
}
