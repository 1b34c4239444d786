import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";

export function useCheck(fingerprint: string) {
  return useQuery({
    queryKey: ["check", fingerprint],
    enabled: fingerprint !== "",
    queryFn: () => ok(ranking.GET("/api/ranking/check/{fingerprint}", { params: { path: { fingerprint } } })),
  });
}
