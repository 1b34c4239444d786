import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useOnce } from "@/shared/api/useOnce";
import { sheetKeys } from "./keys";

/** An act on a sheet after which all of the sheet is asked for again, whether it went well or was refused. */
export function useSheetAct<Given, Answer>(sheetId: string, act: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce(act),
    onSettled: () => client.invalidateQueries({ queryKey: sheetKeys.of(sheetId) }),
  });
}
