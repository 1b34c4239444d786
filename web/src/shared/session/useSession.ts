import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/gateway";
import { gateway, ok } from "@/shared/api/clients";
import { ProblemError } from "@/shared/api/problem";

export type Session = components["schemas"]["SessionOut"];
export type Account = components["schemas"]["AccountOfSession"];

/** `null`: nobody is signed in. `over` says why, where a session has ended. */
export interface SessionState {
  session: Session | null;
  over: string | null;
}

// Whose pages are open: they stay when the session ends under them, so that nothing that is being typed goes away.
let worked: Account | undefined;

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<SessionState> => {
    try {
      const session = await ok(gateway.GET("/auth/session"));
      worked = chosenOf(session);
      return { session, over: null };
    } catch (fault) {
      if (fault instanceof ProblemError && fault.status === 401) {
        return { session: null, over: fault.kind === "auth/session-over" ? (fault.problem.detail ?? null) : null };
      }
      throw fault;
    }
  },
  staleTime: 60_000,
});

export function useSession(): SessionState {
  return useSuspenseQuery(sessionQuery).data;
}

function chosenOf(session: Session | null | undefined): Account | undefined {
  return session?.accounts.find((one) => one.account_id === session.account_id);
}

/** The account one worked by when the session ended under the open page; `undefined` where nobody worked here. */
export function accountBefore(): Account | undefined {
  return worked;
}

/** The account one works by, or worked by when the session ended. Only below the pages that ask for one. */
export function useAccount(): Account {
  const { data } = useQuery(sessionQuery);
  const account = chosenOf(data?.session) ?? worked;
  if (account === undefined) throw new Error("no account is chosen here");
  return account;
}

export function useChooseAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (accountId: string) => ok(gateway.POST("/auth/account", { body: { account_id: accountId } })),
    // Everything known belongs to the account that was chosen before.
    onSuccess: () => client.resetQueries(),
  });
}

export async function signOut(): Promise<void> {
  const { location } = await ok(gateway.POST("/auth/sign-out"));
  window.location.assign(location);
}

/** Leave for the identity provider, and come back to where one is. */
export function signIn(path = window.location.pathname + window.location.search): void {
  window.location.assign(`/auth/sign-in?${new URLSearchParams({ next: path })}`);
}
