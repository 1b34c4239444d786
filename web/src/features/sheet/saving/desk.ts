import type { Draft, DraftKeeper } from "./drafts";
import { failureOf, pauseBefore } from "./failure";
import { fieldsOf, same, toBody, withGroup, type Answer, type Body, type Fields, type Group } from "./fields";
import { Leaves } from "./leaves";
import { merge } from "./merge";

export interface DeskParts {
  /** `seen`: the version of the criteria set that was on the page while the item was typed. */
  send: (item: string, body: Body, version: number, seen: string | undefined) => Promise<Answer>;
  drafts: DraftKeeper;
  /** Called after each save, when totals and what is missing may have changed. */
  saved: (answer: Answer) => void;
  now?: () => number;
  /** The version of the criteria set that the page shows. */
  shownSet?: () => string;
}

/** A pause in typing after which is saved, and the longest time without. */
const PAUSE_MS = 700;
const LONGEST_MS = 5000;
const DRAFT_MS = 150;

interface Work {
  timer?: ReturnType<typeof setTimeout>;
  draftTimer?: ReturnType<typeof setTimeout>;
  dirtySince?: number;
  attempt: number;
  inFlight?: Fields;
  seen?: string | undefined;
}

/** All items of one sheet with their saving: one save at a time for each item, the newest typed wins, nothing typed is lost. */
export class Desk extends Leaves {
  private readonly works = new Map<string, Work>();

  constructor(private readonly parts: DeskParts) {
    super();
  }

  /** What the service has: at the beginning, and each time the sheet is asked for. */
  take(answers: readonly Answer[], fresh: boolean): void {
    for (const answer of answers) this.absorb(answer, fresh);
  }

  /** Bring back what was typed and never saved. The service's answers have to be taken before. */
  async restore(): Promise<string[]> {
    const back: string[] = [];
    for (const [item, draft] of await this.parts.drafts.all()) if (this.bringBack(item, draft)) back.push(item);
    return back;
  }

  edit(item: string, change: Partial<Fields>, when: "soon" | "now" = "soon"): void {
    const before = this.leaf(item);
    const fields = { ...before.fields, ...change };
    const work = this.work(item);
    work.seen = this.parts.shownSet?.();
    if (before.conflict !== undefined) {
      this.put(item, { fields });
      this.keepSoon(item);
      return;
    }
    const dirty = !same(fields, before.base);
    if (!dirty && work.inFlight === undefined) {
      this.rest(item);
      this.put(item, { fields, phase: "clean", fault: undefined, restoredAt: undefined });
      void this.parts.drafts.drop(item, before.fields);
      return;
    }
    this.put(item, { fields, fault: undefined, phase: work.inFlight === undefined ? "dirty" : "saving" });
    this.keepSoon(item);
    work.dirtySince ??= this.now();
    this.schedule(
      item,
      when === "now" ? 0 : Math.min(PAUSE_MS, Math.max(0, work.dirtySince + LONGEST_MS - this.now())),
    );
  }

  /** Save at once what waits for a pause in typing: the leaf is left, or the page. */
  flush(item?: string): void {
    for (const one of item === undefined ? this.all().map((leaf) => leaf.item) : [item]) {
      const work = this.work(one);
      if (work.draftTimer !== undefined) this.keepNow(one);
      if (this.leaf(one).phase === "dirty") this.schedule(one, 0);
    }
  }

  /** The line is back, or somebody signed in again, or asks for it: try everything that waits. `held`: what was refused by the state too. */
  retry(held = false): void {
    for (const leaf of this.all()) {
      if (leaf.phase === "waiting" || leaf.phase === "session" || (held && leaf.phase === "refused")) {
        this.work(leaf.item).attempt = 0;
        this.put(leaf.item, { phase: "dirty" });
        this.schedule(leaf.item, 0);
      }
    }
  }

  /** Who typed looked at the item as it is now and wants it saved all the same. */
  insist(): void {
    for (const work of this.works.values()) work.seen = undefined;
    this.retry(true);
  }

  /** A person's choice for a group that two changed; `fields` may be a third text. */
  settle(item: string, group: Group, chosen: Fields): void {
    const { conflict, fields } = this.leaf(item);
    if (conflict === undefined) return;
    const groups = conflict.groups.filter((one) => one !== group);
    const now = withGroup(group, fields, chosen);
    if (groups.length > 0) {
      this.put(item, { fields: now, conflict: { ...conflict, groups } });
      return;
    }
    this.standOn(item, conflict.theirs, now);
  }

  /** Let go of what cannot be saved, and show what the service has. */
  discard(item: string): void {
    const { fields, base, conflict } = this.leaf(item);
    this.rest(item);
    void this.parts.drafts.drop(item, fields);
    if (conflict !== undefined) this.standOn(item, conflict.theirs, fieldsOf(conflict.theirs));
    else this.put(item, { fields: base, phase: "clean", fault: undefined, restoredAt: undefined });
  }

  private absorb(answer: Partial<Answer> & { item: string; version: number }, fresh: boolean): void {
    const leaf = this.leaf(answer.item);
    if (answer.version <= leaf.version || this.work(answer.item).inFlight !== undefined) return;
    if (leaf.conflict === undefined && same(leaf.fields, leaf.base)) {
      const fields = fieldsOf(answer);
      const news = fresh ? (answer as Answer) : undefined;
      this.put(answer.item, {
        fields,
        base: fields,
        version: answer.version,
        answer: answer as Answer,
        phase: "clean",
        news,
      });
      return;
    }
    this.meet(answer.item, answer);
  }

  /** Another's save meets what I typed. */
  private meet(item: string, theirs: Partial<Answer> & { version: number }): void {
    const leaf = this.leaf(item);
    const merged = merge(leaf.base, leaf.fields, fieldsOf(theirs));
    if (merged.conflicts.length === 0) {
      this.put(item, { news: theirs.saved_by === undefined ? undefined : (theirs as Answer) });
      this.standOn(item, theirs, merged.fields);
      return;
    }
    // `base` and `version` stay: a reload before the choice meets the same conflict again.
    this.rest(item);
    this.put(item, {
      fields: merged.fields,
      phase: "conflict",
      conflict: { theirs, groups: merged.conflicts },
      fault: undefined,
    });
    this.keepNow(item);
  }

  private standOn(item: string, theirs: Partial<Answer> & { version: number }, fields: Fields): void {
    const base = fieldsOf(theirs);
    const dirty = !same(fields, base);
    const answer = theirs.version === 0 ? undefined : (theirs as Answer);
    const shown = dirty ? fields : base;
    this.put(item, {
      fields: shown,
      base,
      version: theirs.version,
      answer,
      conflict: undefined,
      phase: dirty ? "dirty" : "clean",
    });
    if (!dirty) {
      this.rest(item);
      void this.parts.drafts.drop(item, fields);
      return;
    }
    this.keepNow(item);
    this.schedule(item, 0);
  }

  private bringBack(item: string, draft: Draft): boolean {
    const present = this.leaf(item);
    if (!same(present.fields, present.base) || same(draft.mine, present.base)) {
      if (same(draft.mine, present.base)) void this.parts.drafts.drop(item, draft.mine);
      return false;
    }
    this.put(item, { fields: draft.mine, restoredAt: draft.at });
    this.work(item).seen = draft.seen;
    if (draft.version >= present.version) {
      this.put(item, { phase: "dirty" });
      this.schedule(item, 0);
      return true;
    }
    this.put(item, { base: draft.base, version: draft.version });
    this.meet(item, present.answer ?? { version: present.version });
    return this.leaf(item).phase !== "clean";
  }

  private schedule(item: string, afterMs: number): void {
    const work = this.work(item);
    if (work.timer !== undefined) clearTimeout(work.timer);
    work.timer = setTimeout(() => {
      work.timer = undefined;
      void this.save(item);
    }, afterMs);
  }

  private async save(item: string): Promise<void> {
    const work = this.work(item);
    const leaf = this.leaf(item);
    if (work.inFlight !== undefined || leaf.conflict !== undefined || same(leaf.fields, leaf.base)) return;
    const sent = leaf.fields;
    work.inFlight = sent;
    work.dirtySince = undefined;
    this.put(item, { phase: "saving" });
    try {
      const answer = await this.parts.send(item, toBody(sent), leaf.version, work.seen ?? this.parts.shownSet?.());
      work.inFlight = undefined;
      this.onSaved(item, sent, answer);
    } catch (fault) {
      work.inFlight = undefined;
      this.onFault(item, fault);
    }
  }

  private onSaved(item: string, sent: Fields, answer: Answer): void {
    const { fields } = this.leaf(item);
    const work = this.work(item);
    work.attempt = 0;
    // What the service keeps may be written otherwise than it was sent; what is on the screen stays as typed.
    const base = same(sent, fieldsOf(answer)) ? sent : fieldsOf(answer);
    const dirty = !same(fields, sent);
    const kept = { base, version: answer.version, answer, fault: undefined, news: undefined };
    this.put(item, { ...kept, phase: dirty ? "dirty" : "clean", restoredAt: undefined, fields: dirty ? fields : base });
    void this.parts.drafts.drop(item, sent);
    if (dirty) {
      this.keepNow(item);
      this.schedule(item, PAUSE_MS);
    }
    this.parts.saved(answer);
  }

  private onFault(item: string, fault: unknown): void {
    const failure = failureOf(fault);
    const work = this.work(item);
    if (failure.kind === "stale") {
      this.meet(item, failure.present);
      return;
    }
    this.keepNow(item);
    if (failure.kind === "wait") {
      work.attempt += 1;
      this.put(item, { phase: "waiting", fault });
      this.schedule(item, pauseBefore(work.attempt));
      return;
    }
    this.put(item, { phase: failure.kind === "session" ? "session" : "refused", fault });
  }

  private keepSoon(item: string): void {
    const work = this.work(item);
    work.draftTimer ??= setTimeout(() => this.keepNow(item), DRAFT_MS);
  }

  private keepNow(item: string): void {
    const work = this.work(item);
    if (work.draftTimer !== undefined) clearTimeout(work.draftTimer);
    work.draftTimer = undefined;
    const { base, version, fields } = this.leaf(item);
    if (!same(base, fields))
      void this.parts.drafts.keep(item, { base, version, mine: fields, at: this.now(), seen: work.seen });
  }

  private rest(item: string): void {
    const work = this.work(item);
    if (work.timer !== undefined) clearTimeout(work.timer);
    if (work.draftTimer !== undefined) clearTimeout(work.draftTimer);
    work.timer = work.draftTimer = work.dirtySince = undefined;
    work.attempt = 0;
  }

  private work(item: string): Work {
    let found = this.works.get(item);
    if (found === undefined) this.works.set(item, (found = { attempt: 0 }));
    return found;
  }

  private now(): number {
    return this.parts.now?.() ?? Date.now();
  }
}
