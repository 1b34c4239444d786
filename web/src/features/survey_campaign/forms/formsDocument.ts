/** Survey forms as their document has them; numbers are texts. */
export interface ScaleOption {
  value: string;
  label: string;
  weight?: string;
  positive?: boolean;
  excluded?: boolean;
}

export interface Question {
  code: string;
  text: string;
  scale: string | null;
  scored?: boolean;
}

export interface SurveyForm {
  code: string;
  title: string;
  assesses: string[];
  program: string;
  min_responses?: string;
  respondent_group?: string;
  questions: Question[];
}

export interface FormsDocument {
  scales: Record<string, { title?: string; options: ScaleOption[] }>;
  forms: SurveyForm[];
}

/** The document of a version that was published, so that its shape is known to be right. */
export function formsOf(document: unknown): FormsDocument {
  const { scales = {}, forms = [] } = (document ?? {}) as Partial<FormsDocument>;
  return { scales, forms };
}
