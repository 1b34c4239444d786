/** Query keys of one sheet; what belongs to a sheet begins with `of`, so that one act makes all of it be asked for again. */
export const sheetKeys = {
  all: ["sheet"] as const,
  of: (sheetId: string) => ["sheet", sheetId] as const,
  part: (sheetId: string, part: string, ...more: (string | number | undefined)[]) =>
    ["sheet", sheetId, part, ...more] as const,
};
