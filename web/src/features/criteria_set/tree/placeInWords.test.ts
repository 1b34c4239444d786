import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import messages from "../messages/vi.json";
import type { Document } from "./document";
import { placeInWords } from "./placeInWords";

const set: Document = {
  code: "A",
  fields: [
    {
      code: "1",
      criteria: [{ code: "1.1" }, { code: "1.2", scoring: { levels: [{ id: "a" }, {}] } }, { title: "Chưa có mã" }],
    },
  ],
  classification: { knock_out_conditions: [{ code: "K1" }] },
};

/** As i18next looks words up, by the Vietnamese messages themselves. */
function t(key: string, options: Record<string, unknown> = {}): string {
  const found = key
    .split(".")
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], messages);
  const text = typeof found === "string" ? found : String(options.defaultValue ?? key);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name]));
}

test.each([
  ["fields[0].criteria[1].scoring.levels[0].below", "Tiêu chí 1.2, bậc a, dưới"],
  ["fields[0].criteria[1].scoring.levels[1].score", "Tiêu chí 1.2, bậc thứ 2, điểm"],
  ["fields[0].criteria[2].max_score", "Tiêu chí thứ 3, điểm tối đa"],
  ["fields[0].max_score", "Lĩnh vực 1, điểm tối đa"],
  ["fields[0].criteria[0].code", "Tiêu chí 1.1, mã"],
  ["classification.knock_out_conditions[0].check", "Điều kiện khống chế K1, điều kiện xét"],
  ['appraisers."Sở A".unit', "cơ quan thẩm định, Sở A, đơn vị tính"],
  ["max_score", "điểm tối đa"],
  ["", "Cả bộ tiêu chí"],
])("%s is called %s", (place, words) => {
  expect(placeInWords(set, place, t as unknown as TFunction<"criteria_set">)).toBe(words);
});
