import { useTranslation } from "react-i18next";
import type { Result } from "./keys";

const SHORT = 3;

/** What an aggregation still waits for. */
export function Waiting({ things, short = false }: { things: Result["waiting_for"]; short?: boolean }) {
  const { t } = useTranslation("result");
  if (things.length === 0) return <>–</>;
  const words = things.map((thing) => t(`waiting.${thing.kind}`, { name: thing.name }));
  if (short) {
    const more = words.length > SHORT ? ` ${t("waiting.more", { count: words.length - SHORT })}` : "";
    return <>{words.slice(0, SHORT).join("; ") + more}</>;
  }
  return (
    <ul className="result-waiting">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
