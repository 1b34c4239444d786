import { useEffect, type RefObject } from "react";

/** The grid draws its headings without the rows that their role asks for: they are named here, once they are there. */
export function useHeadingRows(grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const watch = new MutationObserver(() => {
      const rows = element.querySelectorAll(".header-rgRow");
      rows.forEach((row) => row.setAttribute("role", "row"));
      if (rows.length > 1) watch.disconnect();
    });
    watch.observe(element, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [grid]);
}
