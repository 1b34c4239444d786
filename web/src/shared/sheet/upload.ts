import { assessment, ok } from "@/shared/api/clients";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import type { components } from "@/api/generated/assessment";

export type EvidenceFile = components["schemas"]["EvidenceOut"];

/** Bring one file: announced, put straight into the store, and judged. Throws where it was refused, with the reason. */
export async function uploadEvidence(periodId: string, file: File): Promise<EvidenceFile> {
  const announced = await ok(
    assessment.POST("/api/assessment/evidence", {
      params: { header: { "Idempotency-Key": crypto.randomUUID() } },
      body: { period_id: periodId, name: file.name, size_bytes: file.size },
    }),
  );
  await put(announced.upload.url, announced.upload.headers, file);
  const path = { evidence_id: announced.id };
  let judged = await ok(
    assessment.POST("/api/assessment/evidence/{evidence_id}/uploaded", { params: { path, query: { wait_s: 20 } } }),
  );
  while (judged.status === "waiting") {
    judged = await ok(
      assessment.POST("/api/assessment/evidence/{evidence_id}/uploaded", { params: { path, query: { wait_s: 20 } } }),
    );
  }
  if (judged.status !== "accepted") {
    const problem = { type: "/problems/assessment/evidence-refused", status: 422 };
    throw new ProblemError({ ...problem, title: judged.name, detail: judged.refusal ?? "" });
  }
  return judged;
}

async function put(url: string, headers: Record<string, string>, file: File): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(url, { method: "PUT", headers, body: file });
  } catch (fault) {
    throw new NetworkLost(String(fault));
  }
  if (!answer.ok) throw new NetworkLost(`the store answered ${answer.status}`);
}
