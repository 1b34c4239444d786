import { App } from "antd";
import type { ReactNode } from "react";

/** Around pages that tell of what was done or refused (`useTell`, `App.useApp()`); the first page does without its weight. */
export function Feedback({ children }: { children: ReactNode }) {
  return <App component={false}>{children}</App>;
}
