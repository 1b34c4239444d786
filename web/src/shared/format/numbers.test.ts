import { expect, test } from "vitest";
import { numberInFile, points, typedNumber } from "./numbers";

test("points keep every digit and are grouped as people write them", () => {
  expect(points("1260.50")).toBe("1.260,50");
  expect(points("-0.25")).toBe("−0,25");
  expect(points("91.651")).toBe("91,651");
  expect(points(null)).toBe("–");
});

test("what is typed is taken as Vietnamese numbers are written", () => {
  expect(typedNumber("1.260,5")).toBe("1260.5");
  expect(typedNumber("0.5")).toBe("0.5");
  expect(typedNumber("1.260")).toBe("1260");
  expect(typedNumber("ba")).toBe("ba");
});

test("in a file a dot alone is the decimal one", () => {
  expect(numberInFile(" 91.651 ")).toBe("91.651");
  expect(numberInFile("92,15")).toBe("92.15");
});
