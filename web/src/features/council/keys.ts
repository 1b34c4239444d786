import type { components } from "@/api/generated/ranking";

type Schemas = components["schemas"];
export type Result = Schemas["ResultOut"];
export type Session = Schemas["SessionOut"];
export type Opinion = Schemas["AgreementOut"];
export type CouncilSet = Schemas["CouncilSetOut"];
export type CouncilItem = Schemas["CouncilItemOut"];

export const councilKeys = {
  result: (periodId: string) => ["results", periodId] as const,
  sessions: (periodId: string) => ["council", periodId, "sessions"] as const,
  items: (periodId: string) => ["council", periodId, "items"] as const,
  opinions: (sessionId: string) => ["council", "opinions", sessionId] as const,
};
