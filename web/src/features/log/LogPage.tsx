import { useAccount } from "@/shared/session/useSession";
import { Logs } from "./Logs";
import type { Source } from "./useLog";

const OF_MANAGER: Source[] = ["assessment", "appraisal", "ranking"];
const OF_ADMINISTRATOR: Source[] = ["identity", "assessment"];

/** The logs of the platform: an administrator's of rights and of units' lines, a manager's of scoring. */
export default function LogPage() {
  return <Logs own={false} sources={useAccount().kind === "administration" ? OF_ADMINISTRATOR : OF_MANAGER} />;
}
