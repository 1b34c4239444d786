import { expect, test } from "vitest";
import { filesOf, nameOf } from "./names";

function data(types: string[]): DataTransfer {
  return { types, files: [new File(["x"], "image.png")] } as unknown as DataTransfer;
}

test("a picture without a name of its own gets one that tells it from others", () => {
  const picture = new File(["x"], "image.PNG");
  expect(nameOf(picture, "Ảnh dán", 0)).toMatch(/^Ảnh dán \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.png$/);
  expect(nameOf(picture, "Ảnh dán", 1)).toMatch(/ \(2\)\.png$/);
});

test("a file with a name keeps it, as NFC", () => {
  expect(nameOf(new File(["x"], "Kế hoạch số 1.pdf".normalize("NFD")), "Ảnh dán", 0)).toBe("Kế hoạch số 1.pdf");
});

test("the picture that Word and Excel put beside pasted text is no file", () => {
  expect(filesOf(data(["text/plain", "text/html", "Files"]))).toEqual([]);
  expect(filesOf(data(["Files"]))).toHaveLength(1);
  expect(filesOf(null)).toEqual([]);
});
