import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { same, type Fields } from "./fields";

/** What was typed and not yet saved, with what it was typed upon. */
export interface Draft {
  base: Fields;
  version: number;
  mine: Fields;
  at: number;
}

/** Where drafts survive a reload, a crash and a lost session. */
export interface DraftKeeper {
  keep(item: string, draft: Draft): Promise<void>;
  /** Forget it, unless something else was typed meanwhile, in another window say. */
  drop(item: string, saved: Fields): Promise<void>;
  all(): Promise<[string, Draft][]>;
}

let store: UseStore | undefined;

/** Drafts of one account on one sheet, in this browser. A browser that keeps nothing (private windows) is worked in all the same. */
export function draftsOf(accountId: string, sheetId: string): DraftKeeper {
  const place = `${accountId}/${sheetId}/`;
  const here = (): UseStore => (store ??= createStore("chamdiem-drafts", "drafts"));
  const quietly = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act();
    } catch {
      return otherwise;
    }
  };
  return {
    keep: (item, draft) => quietly(() => set(place + item, draft, here()), undefined),
    drop: (item, saved) =>
      quietly(async () => {
        const kept = await get<Draft>(place + item, here());
        if (kept !== undefined && same(kept.mine, saved)) await del(place + item, here());
      }, undefined),
    all: () =>
      quietly(async () => {
        const found = await entries<string, Draft>(here());
        return found.filter(([key]) => key.startsWith(place)).map(([key, draft]) => [key.slice(place.length), draft]);
      }, []),
  };
}
