import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { ProblemError } from "@/shared/api/problem";
import { serverNow } from "@/shared/api/serverClock";
import { useAccount, useSession } from "@/shared/session/useSession";
import type { Sheet } from "@/shared/sheet/useSheet";
import { saveItem } from "./saveItem";
import { Desk } from "./saving/desk";
import type { Leaf } from "./saving/leaves";
import { draftsOf } from "./saving/drafts";
import { afterSave } from "./useSheetNews";

// A desk outlives its page, so that a save under way when one leaves is carried through.
const desks = new Map<string, Desk>();
/** The version of the criteria set that the page of a desk shows, or showed last. */
const shownSets = new Map<string, string>();
const AMENDED = "/problems/assessment/set-amended";

/** The items of a sheet with their saving, and those that came back from this browser's drafts. */
export function useDesk(sheet: Sheet): { desk: Desk; restored: string[] } {
  const account = useAccount();
  const client = useQueryClient();
  const [restored, setRestored] = useState<string[]>([]);
  const place = `${account.account_id}/${sheet.sheet_id}`;
  useEffect(() => void shownSets.set(place, sheet.criteria_set_id), [place, sheet.criteria_set_id]);
  const [desk] = useState(() => {
    const known = desks.get(place);
    const made =
      known ??
      new Desk({
        send: (item, body, version, seen) =>
          saveItem(sheet.sheet_id, item, body, version, seen).catch((fault: unknown) => {
            // The page has to show the new version before anybody can judge what to do.
            if (fault instanceof ProblemError && fault.problem.type === AMENDED) afterSave(client, sheet.sheet_id);
            throw fault;
          }),
        shownSet: () => shownSets.get(place) ?? sheet.criteria_set_id,
        drafts: draftsOf(account.account_id, sheet.sheet_id),
        saved: () => afterSave(client, sheet.sheet_id),
        now: serverNow,
      });
    desks.set(place, made);
    made.take(sheet.items, false);
    return made;
  });
  useEffect(() => {
    void desk.restore().then((items) => items.length > 0 && setRestored(items));
  }, [desk]);
  useRetries(desk);
  const open = sheet.read_only === null;
  const signedIn = useSession().session !== null;
  useEffect(() => {
    if (signedIn) desk.retry(open);
  }, [desk, open, signedIn]);
  return { desk, restored };
}

/** Try again when the line is back; keep what is typed when the page is put away. */
function useRetries(desk: Desk): void {
  useEffect(() => {
    const again = (): void => desk.retry();
    const away = (): void => {
      if (document.visibilityState === "hidden") desk.flush();
    };
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", away);
    window.addEventListener("pagehide", away);
    return () => {
      desk.flush();
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", away);
      window.removeEventListener("pagehide", away);
    };
  }, [desk]);
}

/** One thing of an item; only when that changes, the component is drawn again: somebody may be typing. */
export function useLeafPart<T>(desk: Desk, item: string, pick: (leaf: Leaf) => T): T {
  return useSyncExternalStore(
    useCallback((tell) => desk.subscribe(item, tell), [desk, item]),
    () => pick(desk.leaf(item)),
  );
}

/** A number that changes whenever an item's phase does, for what counts over all of them. */
export function useDeskRevision(desk: Desk): number {
  return useSyncExternalStore(desk.subscribeAll, desk.revision);
}
