import { useCallback, useRef } from "react";

/** An act that is under way is not begun again: two quick clicks are one act, with one answer. */
export function useOnce<Given, Answer>(act: (given: Given) => Promise<Answer>): (given: Given) => Promise<Answer> {
  const underWay = useRef<Promise<Answer> | null>(null);
  return useCallback(
    (given) => {
      underWay.current ??= act(given).finally(() => {
        underWay.current = null;
      });
      return underWay.current;
    },
    [act],
  );
}
