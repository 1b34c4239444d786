import { draftPlaces, dropDraft, keepDraft, readDraft } from "@/shared/drafts/drafts";
import { same, type Fields } from "./fields";

/** What was typed and not yet saved, with what it was typed upon. */
export interface Draft {
  base: Fields;
  version: number;
  mine: Fields;
  at: number;
  /** The version of the criteria set that it was typed by. */
  seen?: string | undefined;
}

/** Where drafts survive a reload, a crash and a lost session. */
export interface DraftKeeper {
  keep(item: string, draft: Draft): Promise<void>;
  /** Forget it, unless something else was typed meanwhile, in another window say. */
  drop(item: string, saved: Fields): Promise<void>;
  all(): Promise<[string, Draft][]>;
}

/** Drafts of one account on one sheet, in this browser. */
export function draftsOf(accountId: string, sheetId: string): DraftKeeper {
  const prefix = `sheet/${sheetId}/`;
  return {
    keep: (item, draft) => keepDraft(accountId, prefix + item, draft),
    drop: async (item, saved) => {
      const kept = await readDraft<Draft>(accountId, prefix + item);
      if (kept !== undefined && same(kept.mine, saved)) await dropDraft(accountId, prefix + item);
    },
    all: async () => {
      const found: [string, Draft][] = [];
      for (const place of await draftPlaces(accountId, prefix)) {
        const draft = await readDraft<Draft>(accountId, place);
        if (draft !== undefined) found.push([place.slice(prefix.length), draft]);
      }
      return found;
    },
  };
}
