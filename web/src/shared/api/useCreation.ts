import { useCallback, useRef } from "react";

/** A key that no other creation has. Not `randomUUID`, which a page without TLS does not have. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends creations with an `Idempotency-Key`: the same while the same is asked again (a second click, a retry after a lost answer), so that
 * one thing comes of it; another for other words, and once it is made.
 */
export function useCreation(): <Answer>(asked: unknown, create: (key: string) => Promise<Answer>) => Promise<Answer> {
  const kept = useRef({ words: "", key: "" });
  return useCallback(async (asked, create) => {
    const words = JSON.stringify(asked ?? null);
    if (kept.current.words !== words) kept.current = { words, key: newKey() };
    const { key } = kept.current;
    const answer = await create(key);
    if (kept.current.key === key) kept.current = { words: "", key: "" };
    return answer;
  }, []);
}
