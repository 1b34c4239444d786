import { useEffect, useRef } from "react";

export interface Steps {
  before: () => void;
  next: () => void;
  missing: () => void;
}

/** Alt with an arrow walks the items: down, up, and right to the next that still lacks something. */
export function useKeys(steps: Steps): void {
  const latest = useRef(steps);
  useEffect(() => {
    latest.current = steps;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
      const step = { ArrowUp: "before", ArrowDown: "next", ArrowRight: "missing" }[event.key] as
        keyof Steps | undefined;
      if (step === undefined) return;
      event.preventDefault();
      latest.current[step]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
