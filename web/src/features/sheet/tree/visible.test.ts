import { describe, expect, it } from "vitest";
import { readSet } from "@/shared/criteria/set";
import { visible } from "./visible";

const leaf = (code: string, title: string) => ({
  code,
  title,
  max_score: "1",
  self_scored: true,
  scoring: { method: "yes_no" },
});
const set = readSet(
  {
    title: "Bộ",
    max_score: "4",
    score_decimals: "2",
    fields: [
      {
        code: "1",
        title: "Chỉ đạo",
        max_score: "3",
        criteria: [
          {
            code: "1.1",
            title: "Kế hoạch",
            max_score: "2",
            sub_criteria: [leaf("1.1.1", "Ban hành"), leaf("1.1.2", "Chất lượng")],
          },
          leaf("1.2", "Tuyên truyền"),
        ],
      },
      { code: "2", title: "Thể chế", max_score: "1", criteria: [leaf("2.1", "Văn bản")] },
    ],
    adjustments: {
      items: [
        {
          code: "B1",
          title: "Sáng kiến",
          kind: "bonus",
          per_occurrence: "0.5",
          cap: "1",
          unit: "mô hình",
          evidence: [],
        },
      ],
    },
  },
  "Điểm thưởng, điểm trừ",
);
const codes = (wanted = "", keeps: (code: string) => boolean = () => true, folded: string[] = []): string[] =>
  visible(set.rows, wanted, (item) => keeps(item.code), new Set(folded)).map(({ row }) => row.code || row.title);

describe("the lines of the tree", () => {
  it("are all headings and items in the set's order", () => {
    expect(codes()).toEqual(["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "Điểm thưởng, điểm trừ", "B1"]);
  });

  it("are found without marks, each below its headings", () => {
    expect(codes("ke hoach")).toEqual(["1", "1.1", "1.1.1", "1.1.2"]);
    expect(codes("chất")).toEqual(["1", "1.1", "1.1.2"]);
    expect(codes("2.1")).toEqual(["2", "2.1"]);
  });

  it("leave out headings with nothing kept below them", () => {
    expect(codes("", (code) => code === "1.2")).toEqual(["1", "1.2"]);
  });

  it("fold away below a heading, and unfold while something is looked for", () => {
    expect(codes("", undefined, ["heading 1.1", "heading 2"])).toEqual([
      "1",
      "1.1",
      "1.2",
      "2",
      "Điểm thưởng, điểm trừ",
      "B1",
    ]);
    expect(codes("ban hành", undefined, ["heading 1"])).toEqual(["1", "1.1", "1.1.1"]);
  });
});
