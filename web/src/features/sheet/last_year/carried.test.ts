import { expect, test } from "vitest";
import { carried } from "./carried";

const file = (name: string) => ({ id: name, name, sha256: "", size_bytes: 1, media_type: "application/pdf" });
const before = { explanation: "Kế hoạch số 5/KH\n", evidence: [file("a.pdf"), file("b.pdf")] };

test("last year's text and names of files come behind what is there, once", () => {
  const once = carried("Năm nay có thêm.", before, "Tài liệu năm trước:");
  expect(once).toBe("Năm nay có thêm.\nKế hoạch số 5/KH\nTài liệu năm trước: a.pdf; b.pdf");
  expect(carried(once, before, "Tài liệu năm trước:")).toBe(once);
});

test("into an empty explanation comes the text alone, and of nothing comes nothing", () => {
  expect(carried(" ", { ...before, evidence: [] }, "x")).toBe("Kế hoạch số 5/KH");
  expect(carried("Có", { explanation: "  ", evidence: [] }, "x")).toBe("Có");
});
