import { assessment, ok } from "@/shared/api/clients";
import { NetworkLost } from "@/shared/api/problem";
import { newKey } from "@/shared/api/useCreation";
import { LinkRefused, type World } from "./bring";

const VERDICT_S = 20;
const STALLED_MS = 60_000;

/** The platform and its object store, for files of one period. */
export function worldOf(periodId: string): World {
  return {
    announce: (file, name, key, signal) =>
      ok(
        assessment.POST("/api/assessment/evidence", {
          body: { period_id: periodId, name, size_bytes: file.size },
          params: { header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    judge: (id, signal) =>
      ok(
        assessment.POST("/api/assessment/evidence/{evidence_id}/uploaded", {
          params: { path: { evidence_id: id }, query: { wait_s: VERDICT_S } },
          signal,
        }),
      ),
    put,
    pause,
    newKey,
  };
}

/** By XMLHttpRequest, since `fetch` tells nothing of what was sent so far. */
const put: World["put"] = (to, file, sent, signal) =>
  new Promise((done, failed) => {
    const call = new XMLHttpRequest();
    let stalled = 0;
    const moved = () => {
      window.clearTimeout(stalled);
      stalled = window.setTimeout(() => call.abort(), STALLED_MS);
    };
    const stop = () => call.abort();
    call.upload.onprogress = ({ loaded }) => {
      moved();
      sent(loaded);
    };
    call.onload = () => {
      if (call.status >= 200 && call.status < 300) done();
      else if (call.status >= 400 && call.status < 500 && call.status !== 429)
        failed(new LinkRefused(`${call.status}`));
      else failed(new NetworkLost(`${call.status}`));
    };
    call.onerror = () => failed(new NetworkLost("no answer"));
    call.onabort = () => failed(signal.aborted ? signal.reason : new NetworkLost("stalled"));
    call.onloadend = () => {
      window.clearTimeout(stalled);
      signal.removeEventListener("abort", stop);
    };
    signal.addEventListener("abort", stop);
    call.open("PUT", to.url);
    for (const [name, value] of Object.entries(to.headers)) call.setRequestHeader(name, value);
    moved();
    call.send(file);
  });

const pause: World["pause"] = (ms, signal) =>
  new Promise((done) => {
    const end = () => {
      window.clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = window.setTimeout(end, ms);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
