import { createContext, useContext } from "react";
import type { Finding } from "@/shared/criteria/Findings";
import { keyOf, pathOf, type Document, type Path, type Value } from "../tree/document";

export interface Editing {
  document: Document;
  locked: boolean;
  /** The service's words on a place, by its path. */
  faults: ReadonlyMap<string, string>;
  set: (path: Path, value: Value | undefined) => void;
  replace: (document: Document) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("no criteria set is edited here");
  return editing;
}

/** Faults by the path of their place; several at one place stand together. */
export function faultsByPath(faults: readonly Finding[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { place, message } of faults) {
    const key = keyOf(pathOf(place));
    found.set(key, [found.get(key), message].filter(Boolean).join(" "));
  }
  return found;
}
