import createClient from "openapi-fetch";
import type { paths as AppraisalPaths } from "@/api/generated/appraisal";
import type { paths as AssessmentPaths } from "@/api/generated/assessment";
import type { paths as GatewayPaths } from "@/api/generated/gateway";
import type { paths as IdentityPaths } from "@/api/generated/identity";
import type { paths as RankingPaths } from "@/api/generated/ranking";
import { asProblem, ProblemError } from "./problem";
import { send } from "./transport";

const options = { baseUrl: window.location.origin, fetch: send };

export const gateway = createClient<GatewayPaths>(options);
export const identity = createClient<IdentityPaths>(options);
export const assessment = createClient<AssessmentPaths>(options);
export const appraisal = createClient<AppraisalPaths>(options);
export const ranking = createClient<RankingPaths>(options);

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The body of a success; everything else is thrown: `ProblemError` where a service refused, `NetworkLost` where nothing answered. */
export async function ok<A extends Answer>(asked: Promise<A>): Promise<NonNullable<A["data"]>> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(asProblem(error, response.status));
  return data as NonNullable<A["data"]>;
}

/** The whole of a keyset-paged list: `page` is asked with each cursor in turn. */
export async function all<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | null }>,
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const one = await page(cursor);
    found.push(...one.items);
    cursor = one.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Value of `If-Match` for a version. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}
