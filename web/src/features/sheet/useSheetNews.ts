import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { assessment, ok } from "@/shared/api/clients";
import { sheetQuery } from "@/shared/sheet/useSheet";

const EVERY_MS = 10_000;
/** Two saves that end in another order than they began lie within this. */
const OVERLAP_MS = 30_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What was saved since this page heard last, with totals, what is missing, state and deadline. */
async function hear(client: QueryClient, sheetId: string): Promise<void> {
  const { queryKey } = sheetQuery(sheetId);
  const known = client.getQueryData(queryKey);
  if (known === undefined) return;
  const last = Math.max(0, ...known.items.map((item) => Date.parse(item.saved_at)));
  const since = last === 0 ? undefined : new Date(last - OVERLAP_MS).toISOString();
  const told = await ok(
    assessment.GET("/api/assessment/sheets/{sheet_id}", { params: { path: { sheet_id: sheetId }, query: { since } } }),
  );
  const items = new Map(known.items.map((item) => [item.item, item]));
  for (const item of told.items) items.set(item.item, item);
  client.setQueryData(queryKey, { ...told, items: [...items.values()] });
}

/** After a save: totals and what is missing anew, once for several saves in a row. */
export function afterSave(client: QueryClient, sheetId: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => void hear(client, sheetId).catch(() => undefined), 250);
}

/** Others' saves, without a reload: every ten seconds while the page is seen, and when one comes back to it. */
export function useSheetNews(sheetId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const ask = (): void => {
      // A lost line or session is told where somebody types; here the next round asks again.
      if (document.visibilityState !== "hidden") hear(client, sheetId).catch(() => undefined);
    };
    const every = setInterval(ask, EVERY_MS);
    window.addEventListener("focus", ask);
    return () => {
      clearInterval(every);
      window.removeEventListener("focus", ask);
    };
  }, [client, sheetId]);
}
