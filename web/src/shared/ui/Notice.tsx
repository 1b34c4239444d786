import type { ReactNode } from "react";
import "./notice.css";

/** A whole page's answer in words: what is, why, and what one can do now. */
export function Notice({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      {children !== undefined && <p>{children}</p>}
      {action}
    </section>
  );
}
