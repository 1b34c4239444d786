import { createStore, del, get, keys, set } from "idb-keyval";

/** What was typed and not yet saved, in this browser only; it survives a reload and a crash. */
const store = createStore("chamdiem-drafts", "drafts");

/** `accountId` keeps the people of a shared computer apart; `place` names what was typed into. */
function keyOf(accountId: string, place: string): string {
  return `${accountId}/${place}`;
}

export async function readDraft<T>(accountId: string, place: string): Promise<T | undefined> {
  try {
    return await get<T>(keyOf(accountId, place), store);
  } catch {
    // A browser without IndexedDB (private windows of old ones) works on without drafts.
    return undefined;
  }
}

export async function keepDraft(accountId: string, place: string, draft: unknown): Promise<void> {
  try {
    await set(keyOf(accountId, place), draft, store);
  } catch {
    return;
  }
}

export async function dropDraft(accountId: string, place: string): Promise<void> {
  try {
    await del(keyOf(accountId, place), store);
  } catch {
    return;
  }
}

/** Places of the account that have drafts and begin with `prefix`. */
export async function draftPlaces(accountId: string, prefix: string): Promise<string[]> {
  try {
    const all = (await keys(store)).map(String);
    return all.filter((key) => key.startsWith(keyOf(accountId, prefix))).map((key) => key.slice(accountId.length + 1));
  } catch {
    return [];
  }
}
