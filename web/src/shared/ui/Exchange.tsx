import type { ReactNode } from "react";
import "./exchange.css";

interface Said {
  /** Who and when. */
  by: ReactNode;
  text: string;
}

/** What somebody wrote, and below it what was answered. */
export function Exchange({ asked, answer }: { asked: Said; answer: Said | null }) {
  return (
    <>
      <p className="exchange-by">{asked.by}</p>
      <p className="exchange-text">{asked.text}</p>
      {answer !== null && (
        <blockquote className="exchange-answer">
          <p className="exchange-by">{answer.by}</p>
          <p className="exchange-text">{answer.text}</p>
        </blockquote>
      )}
    </>
  );
}
