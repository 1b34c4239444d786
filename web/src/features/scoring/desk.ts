import { dropDraft, keepDraft, readDraft } from "@/shared/drafts/drafts";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { answered, decided, draftOf, marked, restored, typed, unsaved, type Draft, type Edits } from "./edits";
import type { Item, ScoreLine, Scores } from "./keys";

const PAUSE_MS = 400;
const AGAIN_MS = 8000;

/**
 * What one account types about one appraisal: kept in the browser at once, saved in batches after a pause, tried again after a lost line.
 * It outlives the pages, so what was typed about a leaf is saved though another is shown meanwhile.
 */
export class Desk {
  edits: Edits = new Map();
  private save: ((lines: ScoreLine[]) => Promise<Scores>) | undefined;
  private tell: (fault: unknown) => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private ready = false;
  private busy = false;
  /** What was told last: a refusal that stays is told once, not at every try. */
  private told = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly accountId: string,
    private readonly place: string,
  ) {
    window.addEventListener("online", () => void this.flush());
    void readDraft<Draft>(accountId, place).then((draft) => {
      this.ready = true;
      this.change((now) => (draft ? new Map([...restored(draft), ...now]) : now));
    });
  }

  /** From now on it saves by `save`, and tells of what is no matter of a single line. */
  begin(save: (lines: ScoreLine[]) => Promise<Scores>, tell: (fault: unknown) => void): void {
    const first = this.save === undefined;
    [this.save, this.tell] = [save, tell];
    if (first) this.plan();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly present = (): Edits => this.edits;

  type(item: Item, what: { score?: string; reason?: string }): void {
    this.change((now) => typed(now, item, what));
  }

  decide(key: string, take: "own" | "theirs"): void {
    this.change((now) => decided(now, key, take));
  }

  drop(key: string): void {
    this.change((now) => new Map([...now].filter(([one]) => one !== key)));
  }

  private change(next: (now: Edits) => Edits): void {
    this.edits = next(this.edits);
    this.listeners.forEach((listener) => listener());
    if (!this.ready) return;
    const draft = draftOf(this.edits);
    void (draft.length > 0 ? keepDraft(this.accountId, this.place, draft) : dropDraft(this.accountId, this.place));
    this.plan();
  }

  private plan(): void {
    clearTimeout(this.timer);
    const states = new Set([...this.edits.values()].map((edit) => edit.state));
    if (states.has("typed")) this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
    else if (states.has("waiting")) this.timer = setTimeout(() => void this.flush(), AGAIN_MS);
  }

  private async flush(): Promise<void> {
    if (this.busy || !this.ready || !this.save) return;
    const { keys, lines } = unsaved(this.edits);
    if (keys.length === 0) return;
    this.busy = true;
    this.change((now) => marked(now, keys, "saving"));
    const sent = this.edits;
    try {
      const answer = await this.save(lines);
      this.change((now) => answered(now, sent, keys, answer));
      this.told = "";
    } catch (fault) {
      this.change((now) => marked(now, keys, "waiting"));
      const passes = fault instanceof NetworkLost || (fault instanceof ProblemError && fault.status >= 500);
      const what = fault instanceof ProblemError ? fault.kind : String(fault);
      if (!passes && what !== this.told) this.tell(fault);
      if (!passes) this.told = what;
    } finally {
      this.busy = false;
      this.plan();
    }
  }
}

const desks = new Map<string, Desk>();

/** The one desk of an account and an appraisal in this window. */
export function deskOf(accountId: string, appraisalId: string): Desk {
  const key = `${accountId}/${appraisalId}`;
  const desk = desks.get(key) ?? new Desk(accountId, `scores/${appraisalId}`);
  desks.set(key, desk);
  return desk;
}
