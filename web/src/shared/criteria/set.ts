/** A criteria set as its published document has it; numbers are texts. Unknown keys are the authors' own. */
export interface Option {
  id: string;
  label: string;
  score: string;
  min?: string;
  below?: string;
}
export interface Term {
  label?: string;
  symbol?: string;
  constant?: string;
}
export interface Scoring {
  method: "levels" | "ratio" | "yes_no" | "deduction" | "survey";
  input?: "choice" | "percent" | "count";
  levels?: Option[];
  options?: Option[];
  unit?: string;
  numerator?: Term;
  denominator?: Term;
  floor?: { below_percent: string; score: string };
  zero_denominator?: "zero" | "max_score" | "not_applicable";
  start_score?: string;
  per_occurrence?: string;
  min_score?: string;
  auto_source?: string;
}
export interface Leaf {
  kind: "leaf";
  code: string;
  title: string;
  /** Titles of field and criterion, from the top. */
  path: string[];
  max_score: string;
  appraiser?: string;
  self_scored: boolean;
  not_applicable_allowed: boolean;
  scoring: Scoring;
  evidence: string[];
}
export interface Adjustment {
  kind: "adjustment";
  code: string;
  title: string;
  path: string[];
  adds: boolean;
  per_occurrence: string;
  cap: string;
  unit: string;
  appraiser?: string;
  auto_source?: string;
  evidence: string[];
}
export type Item = Leaf | Adjustment;
/** A line of the tree: a heading, or an item that is declared. */
export interface Row {
  level: number;
  code: string;
  title: string;
  max_score?: string;
  item?: Item;
}
export interface CriteriaSet {
  code: string;
  title: string;
  short_title: string;
  max_score: string;
  score_decimals: number;
  appraisers: Record<string, { title?: string }>;
  bonus_cap?: string;
  deduction_cap?: string;
  rows: Row[];
  items: Item[];
}

interface Node {
  code: string;
  title: string;
  max_score: string;
  criteria?: Node[];
  sub_criteria?: Node[];
  scoring?: Scoring;
  appraiser?: string;
  self_scored?: boolean;
  not_applicable_allowed?: boolean;
  evidence?: string[];
}
interface Document {
  code: string;
  title: string;
  short_title?: string;
  max_score: string;
  score_decimals: string | number;
  appraisers?: Record<string, { title?: string }>;
  fields: Node[];
  adjustments?: {
    bonus_cap?: string;
    deduction_cap?: string;
    items?: (Omit<Adjustment, "kind" | "path" | "adds"> & { kind: string })[];
  };
}

/** The document as the pages walk it: its lines in order, and the items among them. `adjustments` is the heading over bonus and deduction. */
export function readSet(document: unknown, adjustments: string): CriteriaSet {
  const set = document as Document;
  const rows: Row[] = [];
  const walk = (node: Node, level: number, path: string[]): void => {
    const item = node.scoring === undefined ? undefined : leafOf(node, path);
    rows.push({ level, code: node.code, title: node.title, max_score: node.max_score, item });
    for (const child of [...(node.criteria ?? []), ...(node.sub_criteria ?? [])]) {
      walk(child, level + 1, [...path, node.title]);
    }
  };
  set.fields.forEach((field) => walk(field, 1, []));
  const outside = set.adjustments?.items ?? [];
  if (outside.length > 0) rows.push({ level: 1, code: "", title: adjustments });
  for (const { kind, ...rest } of outside) {
    const item: Adjustment = { ...rest, kind: "adjustment", path: [adjustments], adds: kind === "bonus" };
    rows.push({ level: 2, code: rest.code, title: rest.title, item });
  }
  return {
    code: set.code,
    title: set.title,
    short_title: set.short_title ?? set.title,
    max_score: set.max_score,
    score_decimals: Number(set.score_decimals),
    appraisers: set.appraisers ?? {},
    bonus_cap: set.adjustments?.bonus_cap,
    deduction_cap: set.adjustments?.deduction_cap,
    rows,
    items: rows.flatMap((row) => (row.item ? [row.item] : [])),
  };
}

function leafOf(node: Node, path: string[]): Leaf {
  return {
    kind: "leaf",
    code: node.code,
    title: node.title,
    path,
    max_score: node.max_score,
    appraiser: node.appraiser,
    self_scored: node.self_scored === true,
    not_applicable_allowed: node.not_applicable_allowed === true,
    scoring: node.scoring as Scoring,
    evidence: node.evidence ?? [],
  };
}

/** Whether nobody declares it: survey answers or the system give its score. */
export function isSystem(item: Item): boolean {
  return item.kind === "adjustment"
    ? item.auto_source !== undefined
    : item.scoring.method === "survey" || item.scoring.auto_source !== undefined || !item.self_scored;
}
