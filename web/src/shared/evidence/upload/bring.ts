import { NetworkLost, ProblemError } from "@/shared/api/problem";
import type { EvidenceFile } from "../file";

export interface Announced {
  id: string;
  upload: { url: string; headers: Record<string, string> };
}

export type Judged = EvidenceFile & { status: string; refusal?: string | null };

/** What bringing a file asks of the world outside the page. */
export interface World {
  announce: (file: File, name: string, key: string, signal: AbortSignal) => Promise<Announced>;
  put: (to: Announced["upload"], file: File, sent: (bytes: number) => void, signal: AbortSignal) => Promise<void>;
  judge: (id: string, signal: AbortSignal) => Promise<Judged>;
  /** Ends after that time, or earlier where the line seems to be there again. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  newKey: () => string;
}

export type Step = { state: "sending"; sent: number } | { state: "checking" } | { state: "offline" };

/** The store took no body by this link: it has ended, or the file is not the one that was announced. */
export class LinkRefused extends Error {
  override readonly name = "LinkRefused";
}

/** The browser cannot read the file: it was moved or changed, or is a folder. */
export class FileUnreadable extends Error {
  override readonly name = "FileUnreadable";
}

const COME_AGAIN = new Set([429, 502, 503, 504]);
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const MOST_LINKS = 3;

/** Announce a file, upload it and wait for the verdict; goes on by itself after a lost line, from the step that was not done. */
export async function bring(
  world: World,
  file: File,
  name: string,
  tell: (step: Step) => void,
  signal: AbortSignal,
): Promise<Judged> {
  let key = world.newKey();
  let announced: Announced | null = null;
  let isSent = false;
  let links = 1;
  let pauses = 0;
  for (;;) {
    signal.throwIfAborted();
    try {
      await readable(file);
      announced ??= await world.announce(file, name, key, signal);
      if (!isSent) {
        tell({ state: "sending", sent: 0 });
        await world.put(announced.upload, file, (sent) => tell({ state: "sending", sent }), signal);
        isSent = true;
      }
      tell({ state: "checking" });
      const judged = await world.judge(announced.id, signal);
      pauses = 0;
      if (judged.status === "accepted" || judged.status === "refused") return judged;
    } catch (fault) {
      signal.throwIfAborted();
      if (fault instanceof LinkRefused && links < MOST_LINKS) {
        links += 1;
        announced = null;
        key = world.newKey();
      } else if (isPassing(fault)) {
        tell({ state: "offline" });
        await world.pause(Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS), signal);
        pauses += 1;
      } else throw fault;
    }
  }
}

function isPassing(fault: unknown): boolean {
  return fault instanceof NetworkLost || (fault instanceof ProblemError && COME_AGAIN.has(fault.status));
}

async function readable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (fault) {
    throw new FileUnreadable(String(fault));
  }
}
