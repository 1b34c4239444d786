import type { EvidenceFile } from "../file";
import { bring, type Step, type World } from "./bring";

export type UploadState = "queued" | Step["state"] | "refused" | "failed";

/** A file on its way. `place` is where it was given, such as one leaf of a sheet. */
export interface Upload {
  id: number;
  place: string;
  name: string;
  size: number;
  sent: number;
  state: UploadState;
  /** Why the worker refused it, in Vietnamese. */
  refusal?: string | undefined;
  /** Why it was not brought. */
  fault?: unknown;
}

interface Task {
  world: World;
  file: File;
  stop: AbortController;
}

const AT_ONCE = 2;
const NONE: readonly Upload[] = [];

/** All files on their way. They belong to no component: one may go to another leaf, and they still arrive. */
export class Uploads {
  private readonly shown = new Map<string, readonly Upload[]>();
  private readonly tasks = new Map<number, Task>();
  private readonly takers = new Map<string, (file: EvidenceFile) => void>();
  private readonly listeners = new Set<() => void>();
  private waiting: number[] = [];
  private running = 0;
  private last = 0;

  of = (place: string): readonly Upload[] => this.shown.get(place) ?? NONE;

  subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  /** Who is given the accepted files of a place; also after the component that said so is gone. */
  deliverTo(place: string, take: (file: EvidenceFile) => void): void {
    this.takers.set(place, take);
  }

  add(place: string, world: World, files: readonly { file: File; name: string }[]): void {
    const added = files.map(({ file, name }): Upload => {
      const id = ++this.last;
      this.tasks.set(id, { world, file, stop: new AbortController() });
      this.waiting.push(id);
      return { id, place, name, size: file.size, sent: 0, state: "queued" };
    });
    this.show(place, [...this.of(place), ...added]);
    this.next();
  }

  /** Stop it, or take a refused one off the list. */
  drop(upload: Upload): void {
    this.tasks.get(upload.id)?.stop.abort();
    this.tasks.delete(upload.id);
    this.waiting = this.waiting.filter((id) => id !== upload.id);
    this.show(
      upload.place,
      this.of(upload.place).filter((one) => one.id !== upload.id),
    );
  }

  again(upload: Upload): void {
    if (!this.tasks.has(upload.id)) return;
    this.change(upload, { state: "queued", sent: 0, refusal: undefined, fault: undefined });
    this.waiting.push(upload.id);
    this.next();
  }

  get isBusy(): boolean {
    return this.running > 0 || this.waiting.length > 0;
  }

  private next(): void {
    while (this.running < AT_ONCE) {
      const id = this.waiting.shift();
      if (id === undefined) return;
      const upload = [...this.shown.values()].flat().find((one) => one.id === id);
      const task = this.tasks.get(id);
      if (upload === undefined || task === undefined) continue;
      this.running += 1;
      void this.run(upload, task).finally(() => {
        this.running -= 1;
        this.next();
      });
    }
  }

  private async run(upload: Upload, { world, file, stop }: Task): Promise<void> {
    try {
      const judged = await bring(world, file, upload.name, (step) => this.change(upload, step), stop.signal);
      if (stop.signal.aborted) return;
      if (judged.status === "refused") {
        this.change(upload, { state: "refused", refusal: judged.refusal ?? "" });
        return;
      }
      this.drop(upload);
      this.takers.get(upload.place)?.(judged);
    } catch (fault) {
      if (!stop.signal.aborted) this.change(upload, { state: "failed", fault });
    }
  }

  private change({ id, place }: Upload, changed: Partial<Upload>): void {
    this.show(
      place,
      this.of(place).map((one) => (one.id === id ? { ...one, ...changed } : one)),
    );
  }

  private show(place: string, uploads: readonly Upload[]): void {
    if (uploads.length > 0) this.shown.set(place, uploads);
    else this.shown.delete(place);
    this.listeners.forEach((tell) => tell());
  }
}

export const uploads = new Uploads();

// The browser asks whether to leave while something is on its way.
window.addEventListener("beforeunload", (leaving) => {
  if (uploads.isBusy) leaving.preventDefault();
});
