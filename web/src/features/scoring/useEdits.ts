import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { dropDraft, keepDraft, readDraft } from "@/shared/drafts/drafts";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { useAccount } from "@/shared/session/useSession";
import { useTell } from "@/shared/ui/useTell";
import { answered, decided, draftOf, marked, restored, typed, unsaved, type Edits } from "./edits";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import { useSaveScores } from "./useSaveScores";

const PAUSE_MS = 400;
const AGAIN_MS = 8000;

/** What is typed about an appraisal's items: kept in the browser at once, saved in batches after a pause, tried again after a lost line. */
export function useEdits(appraisalId: string, items: Item[]) {
  const account = useAccount().account_id;
  const place = `scores/${appraisalId}`;
  const tell = useTell();
  const { mutateAsync: save } = useSaveScores(appraisalId);
  const [edits, setEdits] = useState<Edits>(new Map());
  const [ready, setReady] = useState(false);
  const now = useRef<{ edits: Edits; items: ReadonlyMap<string, Item>; busy: boolean }>({
    edits,
    items: new Map(),
    busy: false,
  });
  const byKey = useMemo(() => new Map(items.map((item) => [keyOf(item), item])), [items]);
  useEffect(() => {
    now.current.items = byKey;
  }, [byKey]);
  const change = useCallback((next: (before: Edits) => Edits) => {
    now.current.edits = next(now.current.edits);
    setEdits(now.current.edits);
  }, []);

  useEffect(() => {
    let gone = false;
    void readDraft<ReturnType<typeof draftOf>>(account, place).then((draft) => {
      if (gone) return;
      if (draft && draft.length > 0) change((before) => new Map([...restored(draft), ...before]));
      setReady(true);
    });
    return () => {
      gone = true;
    };
  }, [account, place, change]);
  useEffect(() => {
    if (!ready) return;
    const draft = draftOf(edits);
    void (draft.length > 0 ? keepDraft(account, place, draft) : dropDraft(account, place));
  }, [edits, ready, account, place]);

  const flush = useCallback(async () => {
    if (now.current.busy) return;
    const { keys, lines } = unsaved(now.current.edits, now.current.items);
    if (keys.length === 0) return;
    now.current.busy = true;
    change((before) => marked(before, keys, "saving"));
    const sent = now.current.edits;
    try {
      const answer = await save(lines);
      change((before) => answered(before, sent, keys, answer));
    } catch (fault) {
      change((before) => marked(before, keys, "waiting"));
      if (!(fault instanceof NetworkLost) && !(fault instanceof ProblemError && fault.status >= 500)) tell(fault);
    } finally {
      now.current.busy = false;
    }
  }, [change, save, tell]);

  const hasTyped = [...edits.values()].some((edit) => edit.state === "typed");
  const hasWaiting = [...edits.values()].some((edit) => edit.state === "waiting");
  useEffect(() => {
    if (!ready || items.length === 0 || (!hasTyped && !hasWaiting)) return;
    const timer = setTimeout(() => void flush(), hasTyped ? PAUSE_MS : AGAIN_MS);
    const online = () => void flush();
    window.addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", online);
    };
  }, [edits, ready, hasTyped, hasWaiting, items.length, flush]);

  return useMemo(
    () => ({
      edits,
      type: (key: string, what: { score?: string; reason?: string }) => change((before) => typed(before, key, what)),
      decide: (key: string, take: "own" | "theirs") => change((before) => decided(before, key, take)),
      drop: (key: string) =>
        change((before) => {
          const next = new Map(before);
          next.delete(key);
          return next;
        }),
      flush,
    }),
    [edits, change, flush],
  );
}

export type Editing = ReturnType<typeof useEdits>;
