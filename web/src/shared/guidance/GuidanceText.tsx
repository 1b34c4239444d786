import { Link } from "react-router";
import { paragraphsOf } from "./words";
import "./guidance.css";

/** Plain words as paragraphs with their links; nothing in them is markup. */
export function GuidanceText({ words, onLeave }: { words: string; onLeave?: () => void }) {
  return (
    <div className="guidance-text">
      {paragraphsOf(words).map((pieces, place) => (
        // Paragraphs have no name but their place, and never move.
        <p key={place}>
          {pieces.map((piece, at) => {
            if (piece.kind === "text") return piece.text;
            if (piece.to.startsWith("/"))
              return (
                <Link key={at} to={piece.to} {...(onLeave && { onClick: onLeave })}>
                  {piece.text}
                </Link>
              );
            return (
              <a key={at} href={piece.to} target="_blank" rel="noreferrer">
                {piece.text}
              </a>
            );
          })}
        </p>
      ))}
    </div>
  );
}
