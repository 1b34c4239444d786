import { expect, test } from "vitest";
import { base64Of } from "./base64";

test("a file longer than one slice comes back byte for byte", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256);
  const text = await base64Of(new Blob([bytes]));
  const back = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  expect(back).toEqual(bytes);
});
