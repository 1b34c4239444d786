import type { Opinion } from "./keys";

export interface Voices {
  agree: Opinion[];
  object: Opinion[];
  mine: Opinion | undefined;
}

/** Opinions by item; `""` is the whole result. */
export function voicesByItem(opinions: Opinion[], accountId: string): Map<string, Voices> {
  const found = new Map<string, Voices>();
  for (const one of opinions) {
    const voices = found.get(one.item) ?? { agree: [], object: [], mine: undefined };
    (one.agrees ? voices.agree : voices.object).push(one);
    if (one.account_id === accountId) voices.mine = one;
    found.set(one.item, voices);
  }
  return found;
}
