import { useQuery } from "@tanstack/react-query";
import { all, identity, ok } from "@/shared/api/clients";
import { useAccount } from "@/shared/session/useSession";

/** The appraisal accounts of the own agency that have not ended; others than the lead see their own alone. */
export function useMembers() {
  const agency = useAccount().appraiser_code;
  return useQuery({
    queryKey: ["members", agency],
    enabled: agency !== null,
    staleTime: 60_000,
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          identity.GET("/api/identity/accounts", {
            params: { query: { appraiser_code: agency ?? "", kind: "appraisal", limit: 200, after } },
          }),
        ),
      );
      return found.filter((one) => one.status !== "ended");
    },
  });
}

/** How a member is called by the account's id; unknown ones (accounts one may not see) by nothing. */
export function useMemberNames(): (accountId: string) => string | undefined {
  const { data } = useMembers();
  const names = new Map(data?.map((one) => [one.id, one.holder_name]));
  return (accountId) => names.get(accountId);
}
