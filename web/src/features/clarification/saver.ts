import { NetworkLost, ProblemError } from "@/shared/api/problem";
import type { EvidenceFile } from "@/shared/evidence";
import type { Answer } from "./useClarifications";

/** What a unit gives to one question. */
export interface Given {
  text: string;
  files: EvidenceFile[];
}

export type Phase = "clean" | "dirty" | "saving" | "waiting" | "refused" | "conflict";

export interface Saved {
  readonly given: Given;
  readonly version: number;
  readonly savedAt: string | null;
  readonly phase: Phase;
  readonly fault: unknown;
  /** What another saved meanwhile, until one has chosen. */
  readonly theirs: Answer | null;
}

export interface Draft extends Given {
  version: number;
}

export interface SaverParts {
  send: (given: Given, version: number) => Promise<Answer>;
  keep: (draft: Draft) => Promise<void>;
  drop: () => Promise<void>;
  saved: (answer: Answer) => void;
}

const PAUSE_MS = 700;
const LONGEST_PAUSE_MS = 30_000;

/** Saves one answer by itself: one save at a time, the newest typed wins, what is not saved is kept in this browser. */
export class AnswerSaver {
  private state: Saved;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(
    answer: Answer | null,
    private readonly parts: SaverParts,
  ) {
    this.state = { ...shown(answer), phase: "clean", fault: null, theirs: null };
  }

  subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  now = (): Saved => this.state;

  /** What the service has now; kept out of the way of what is being typed. */
  take(answer: Answer | null): void {
    if (this.state.phase === "clean" && (answer?.version ?? 0) > this.state.version) this.put(shown(answer));
  }

  /** Bring back what was typed here and never saved. */
  restore(draft: Draft): void {
    if (this.state.phase !== "clean") return;
    const { text, files, version } = draft;
    if (same({ text, files }, this.state.given)) return void this.parts.drop();
    this.put({ given: { text, files }, version: Math.min(version, this.state.version), phase: "dirty" });
    this.soon(0);
  }

  edit(change: Partial<Given>): void {
    const given = { ...this.state.given, ...change };
    const phase = this.state.phase === "conflict" || this.state.phase === "saving" ? this.state.phase : "dirty";
    this.put({ given, phase, fault: null });
    void this.parts.keep({ ...given, version: this.state.version });
    if (phase === "dirty") this.soon(PAUSE_MS);
  }

  addFile(file: EvidenceFile): void {
    const { files } = this.state.given;
    if (!files.some((one) => one.id === file.id)) this.edit({ files: [...files, file] });
  }

  /** Save what is typed at once: the field was left, or one asked for it. */
  flush(): void {
    if (this.state.phase === "dirty" || this.state.phase === "waiting" || this.state.phase === "refused") this.soon(0);
  }

  /** End a conflict: with what I typed upon theirs, or with theirs. */
  choose(whose: "mine" | "theirs"): void {
    const { theirs } = this.state;
    if (theirs === null) return;
    if (whose === "theirs") {
      this.put({ ...shown(theirs), phase: "clean", theirs: null, fault: null });
      void this.parts.drop();
    } else {
      this.put({ version: theirs.version, phase: "dirty", theirs: null, fault: null });
      this.soon(0);
    }
  }

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async save(): Promise<void> {
    const { given, version, phase } = this.state;
    if (phase === "saving" || phase === "conflict" || phase === "clean") return;
    // Nothing typed into an answer nobody has given yet is nothing to save.
    if (version === 0 && given.text.trim() === "" && given.files.length === 0) {
      this.put({ phase: "clean", fault: null });
      return this.parts.drop();
    }
    this.put({ phase: "saving", fault: null });
    try {
      const answer = await this.parts.send(given, version);
      this.attempt = 0;
      const typedOn = !same(this.state.given, given);
      this.put({ version: answer.version, savedAt: answer.saved_at, phase: typedOn ? "dirty" : "clean" });
      if (typedOn) this.soon(PAUSE_MS);
      else await this.parts.drop();
      this.parts.saved(answer);
    } catch (fault) {
      this.failed(fault);
    }
  }

  private failed(fault: unknown): void {
    if (fault instanceof NetworkLost || (fault instanceof ProblemError && fault.status >= 500)) {
      this.put({ phase: "waiting", fault });
      this.attempt += 1;
      this.soon(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.attempt));
      return;
    }
    const present = fault instanceof ProblemError && fault.status === 412 ? (fault.problem.present as Answer) : null;
    if (present?.text === undefined) this.put({ phase: "refused", fault });
    // A save whose answer was lost comes back as what stands now.
    else if (same({ text: present.text, files: present.evidence }, this.state.given)) {
      this.put({ ...shown(present), phase: "clean", fault: null });
      void this.parts.drop();
    } else this.put({ phase: "conflict", theirs: present, fault });
  }

  private put(change: Partial<Saved>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((tell) => tell());
  }
}

function shown(answer: Answer | null): Pick<Saved, "given" | "version" | "savedAt"> {
  return {
    given: { text: answer?.text ?? "", files: answer?.evidence ?? [] },
    version: answer?.version ?? 0,
    savedAt: answer?.saved_at ?? null,
  };
}

function same(one: Given, other: Given): boolean {
  const ids = (given: Given) => given.files.map((file) => file.id).join(" ");
  return one.text === other.text && ids(one) === ids(other);
}
