import { useEffect, useRef, type RefObject } from "react";
import { Typing, type About } from "./typing";

/** Typing into the grid by way of the field, which stands in the same holder. */
export function useTyping(
  grid: RefObject<HTMLRevoGridElement | null>,
  field: RefObject<HTMLInputElement | null>,
  about: About,
): void {
  const typing = useRef<Typing | null>(null);
  const first = useRef(about);
  useEffect(() => {
    if (!grid.current || !field.current) return;
    const made = new Typing(grid.current, field.current, first.current);
    typing.current = made;
    return made.listen();
  }, [grid, field]);
  useEffect(() => {
    if (typing.current) typing.current.about = about;
  });
}
