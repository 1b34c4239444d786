import { describe, expect, it } from "vitest";
import { fieldsOf, NOTHING, same, toBody, type Fields, type File } from "./fields";
import { merge } from "./merge";

const some = (change: Partial<Fields>): Fields => ({ ...NOTHING, ...change });
const file = (id: string): File => ({
  id,
  name: `${id}.pdf`,
  sha256: "",
  size_bytes: 1,
  media_type: "application/pdf",
});

describe("what two people changed since the same version", () => {
  it("takes the other's text where I only changed the value", () => {
    const { fields, conflicts } = merge(NOTHING, some({ count: "3" }), some({ explanation: "Theo báo cáo 12" }));
    expect(fields).toEqual(some({ count: "3", explanation: "Theo báo cáo 12" }));
    expect(conflicts).toEqual([]);
  });

  it("asks where both changed the explanation, and keeps mine meanwhile", () => {
    const { fields, conflicts } = merge(
      some({ explanation: "cũ" }),
      some({ explanation: "của tôi" }),
      some({ explanation: "của bạn" }),
    );
    expect(fields.explanation).toBe("của tôi");
    expect(conflicts).toEqual(["explanation"]);
  });

  it("does not make one value of two people's halves", () => {
    const base = some({ numerator: "1", denominator: "2" });
    const { conflicts } = merge(base, { ...base, numerator: "2" }, { ...base, denominator: "4" });
    expect(conflicts).toEqual(["value"]);
  });

  it("sees no conflict where both typed the same number in two ways", () => {
    const { conflicts } = merge(NOTHING, some({ count: "1.260" }), some({ count: "1260" }));
    expect(conflicts).toEqual([]);
  });

  it("keeps files that either added, and lets go of those that either took away", () => {
    const base = some({ evidence: [file("a"), file("b"), file("c")] });
    const mine = some({ evidence: [file("a"), file("c"), file("mine")] });
    const theirs = some({ evidence: [file("a"), file("b"), file("theirs")] });
    expect(merge(base, mine, theirs).fields.evidence.map((one) => one.id)).toEqual(["a", "theirs", "mine"]);
  });
});

describe("an answer on its way to the page and back", () => {
  it("is shown with a decimal comma and sent with a dot", () => {
    const shown = fieldsOf({ numerator: "1260.5", denominator: "2000" });
    expect(shown.numerator).toBe("1260,5");
    expect(toBody({ ...shown, numerator: "1.260,5" })).toMatchObject({
      numerator: "1260.5",
      denominator: "2000",
      option: null,
    });
  });

  it("is unchanged when only its composed marks are written otherwise", () => {
    expect(same(some({ explanation: "Hóa".normalize("NFD") }), some({ explanation: "Hóa" }))).toBe(true);
  });
});
