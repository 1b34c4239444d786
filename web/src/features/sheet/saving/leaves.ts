import { fieldsOf, type Answer, type Fields, type Group } from "./fields";

export type Phase = "clean" | "dirty" | "saving" | "waiting" | "session" | "refused" | "conflict";

/** What another saved where I was typing, until a person has chosen. `chosen`: groups that are settled already. */
export interface Conflict {
  theirs: Partial<Answer> & { version: number };
  groups: Group[];
}

/** One item as the page shows it; a new object at each change. */
export interface Leaf {
  readonly item: string;
  readonly fields: Fields;
  readonly base: Fields;
  readonly version: number;
  readonly answer: Answer | undefined;
  readonly phase: Phase;
  readonly fault: unknown;
  readonly conflict: Conflict | undefined;
  /** When what is shown was typed, where it came back from this browser's drafts. */
  readonly restoredAt: number | undefined;
  /** Somebody else's save that came in while the page was open. */
  readonly news: Answer | undefined;
}

/** What the page shows of each item of one sheet, and who is told when it changes. */
export class Leaves {
  private readonly leaves = new Map<string, Leaf>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly any = new Set<() => void>();
  private count = 0;

  leaf(item: string): Leaf {
    let found = this.leaves.get(item);
    if (found === undefined) {
      found = {
        item,
        fields: fieldsOf(undefined),
        base: fieldsOf(undefined),
        version: 0,
        answer: undefined,
        phase: "clean",
        fault: undefined,
        conflict: undefined,
        restoredAt: undefined,
        news: undefined,
      };
      this.leaves.set(item, found);
    }
    return found;
  }

  /** Items that are not saved as they stand here; the number changes when one of them does. */
  unsaved(): string[] {
    return this.all()
      .filter((leaf) => leaf.phase !== "clean")
      .map((leaf) => leaf.item);
  }

  /** A number that changes with every leaf's phase. */
  revision = (): number => this.count;

  subscribe(item: string, tell: () => void): () => void {
    const those = this.listeners.get(item) ?? new Set();
    this.listeners.set(item, those.add(tell));
    return () => those.delete(tell);
  }

  subscribeAll = (tell: () => void): (() => void) => {
    this.any.add(tell);
    return () => this.any.delete(tell);
  };

  protected all(): Leaf[] {
    return [...this.leaves.values()];
  }

  protected put(item: string, change: Partial<Leaf>): void {
    const before = this.leaf(item);
    this.leaves.set(item, { ...before, ...change });
    this.listeners.get(item)?.forEach((tell) => tell());
    if (change.phase === undefined || change.phase === before.phase) return;
    this.count += 1;
    this.any.forEach((tell) => tell());
  }
}
