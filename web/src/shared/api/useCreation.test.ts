import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useCreation } from "./useCreation";

function sender() {
  const create = renderHook(() => useCreation()).result.current;
  const keys: string[] = [];
  const send = (asked: unknown, fails = false) =>
    create(asked, (key) => {
      keys.push(key);
      return fails ? Promise.reject(new Error("lost")) : Promise.resolve(key);
    }).catch(() => undefined);
  return { send, keys };
}

it("asks again under the same key after a lost answer", async () => {
  const { send, keys } = sender();
  await send({ text: "Kiến nghị" }, true);
  await send({ text: "Kiến nghị" });
  expect(keys[0]).toBe(keys[1]);
});

it("asks twice at once under one key", async () => {
  const { send, keys } = sender();
  await Promise.all([send({ text: "Kiến nghị" }), send({ text: "Kiến nghị" })]);
  expect(keys[0]).toBe(keys[1]);
});

it("asks for other words, or for the same once more, under another key", async () => {
  const { send, keys } = sender();
  await send({ text: "Kiến nghị" }, true);
  await send({ text: "Kiến nghị khác" });
  await send({ text: "Kiến nghị khác" });
  expect(new Set(keys).size).toBe(3);
});
