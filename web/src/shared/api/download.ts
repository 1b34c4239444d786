import { asProblem, ProblemError } from "./problem";
import { send } from "./transport";

/** Fetch a file of the platform and hand it to the browser's downloads, under the name the service gave it. */
export async function download(path: string): Promise<void> {
  const answer = await send(new Request(new URL(path, window.location.origin)));
  if (!answer.ok) throw new ProblemError(asProblem(await answer.json().catch(() => null), answer.status));
  const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  saveAs(await answer.blob(), named ?? "chamdiem");
}

/** Hand something made in the browser to its downloads. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
