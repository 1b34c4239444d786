/** What a respondent has filled in so far, with the random key by which sending it again is known. */
export interface Draft {
  key: string;
  consent: boolean;
  chosen: Record<string, string>;
  written: Record<string, string>;
}

function emptyDraft(): Draft {
  return { key: crypto.randomUUID(), consent: false, chosen: {}, written: {} };
}

/** The draft of this tab, so that a reload or a lost line takes nothing away; it goes with the tab. */
export function readDraft(place: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null") as Partial<Draft> | null;
    return { ...emptyDraft(), ...kept };
  } catch {
    return emptyDraft();
  }
}

export function keepDraft(place: string, draft: Draft): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

export function forgetDraft(place: string): void {
  sessionStorage.removeItem(place);
}
