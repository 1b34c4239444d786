import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import type { Account } from "@/shared/session/useSession";

export type OwnForm = components["schemas"]["OwnFormOut"];

export const ownFormsKey = ["own-survey-forms"] as const;

/** The survey forms that an account is asked to answer now, and those it has answered; nothing is asked of kinds that have none. */
export function useOwnForms(account: Account | undefined) {
  return useQuery({
    queryKey: ownFormsKey,
    enabled: account?.kind === "data_entry" && account.may_act,
    staleTime: 60_000,
    queryFn: () => ok(assessment.GET("/api/assessment/own-survey-forms")),
  });
}

/** Where a form about a unit is answered. */
export function pathOfForm(one: Pick<OwnForm, "campaign_id" | "form" | "unit_code">): string {
  return `/survey/${one.campaign_id}/${encodeURIComponent(one.form)}/${encodeURIComponent(one.unit_code)}`;
}
