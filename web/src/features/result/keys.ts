import type { components } from "@/api/generated/ranking";

type Schemas = components["schemas"];
export type Result = Schemas["ResultOut"];
export type Line = Schemas["ResultLineOut"];
export type Matrix = Schemas["MatrixOut"];
export type Year = Schemas["YearOut"];
export type Why = Schemas["WhyOut"];
export type WhyItem = Schemas["WhyItemOut"];

export const resultKeys = {
  all: ["results"] as const,
  one: (periodId: string) => ["results", periodId] as const,
  lines: (periodId: string) => ["results", periodId, "lines"] as const,
  matrix: (periodId: string, group: string) => ["results", periodId, "matrix", group] as const,
  changes: (periodId: string) => ["results", periodId, "changes"] as const,
  why: (sheetId: string) => ["why", sheetId] as const,
  years: (program: string, group: string | null, unit: string | null) => ["years", program, group, unit] as const,
};
