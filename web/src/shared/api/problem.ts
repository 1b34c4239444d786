/** One fault of an RFC 9457 problem; `pointer` names the field it belongs to. */
export interface Fault {
  pointer?: string;
  detail: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  trace?: string;
  errors?: Fault[];
  /** With 412: the state that somebody else has saved meanwhile. */
  present?: unknown;
}

/** A refusal by a service. What the user reads is in `problem`, in Vietnamese, written by the service that refused. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  /** `appraisal/already-sent` of `/problems/appraisal/already-sent`. */
  get kind(): string {
    return this.problem.type.replace(/^\/problems\//, "");
  }

  get status(): number {
    return this.problem.status;
  }

  faultAt(pointer: string): string | undefined {
    return this.problem.errors?.find((fault) => fault.pointer === pointer)?.detail;
  }
}

/** No answer at all: the line is down, or the server is. */
export class NetworkLost extends Error {
  override readonly name = "NetworkLost";
}

export function asProblem(body: unknown, status: number): Problem {
  if (typeof body === "object" && body !== null && "type" in body && "title" in body) {
    return body as Problem;
  }
  return { type: "about:blank", title: "", status };
}
