import { NetworkLost } from "./problem";
import { learnTime } from "./serverClock";

const OWN_HEADER = "X-Chamdiem";

let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

/** Called when the session is over and no new access token can be had. Returns the function that stops listening. */
export function onSessionOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `fetch` for the platform: the header of our own pages, one quiet renewal of the session at 401, `NetworkLost` without an answer. */
export async function send(request: Request): Promise<Response> {
  request.headers.set(OWN_HEADER, "1");
  const again = request.clone();
  const answer = await attempt(request);
  if (answer.status !== 401 || new URL(request.url).pathname.startsWith("/auth/")) return answer;
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  if (await refreshing) return attempt(again);
  listeners.forEach((tell) => tell());
  return answer;
}

async function renew(): Promise<boolean> {
  const asked = new Request(new URL("/auth/refresh", window.location.origin), {
    method: "POST",
    headers: { [OWN_HEADER]: "1" },
  });
  return (await attempt(asked)).ok;
}

async function attempt(request: Request): Promise<Response> {
  const askedAt = Date.now();
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") throw fault;
    throw new NetworkLost(String(fault));
  }
  learnTime(answer, askedAt);
  return answer;
}
