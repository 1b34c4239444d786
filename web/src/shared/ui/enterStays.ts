import type { KeyboardEvent } from "react";

/** Enter takes the date that was typed; the browser's own habit of sending the form with it is not wanted. */
export function enterStays(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Enter") event.preventDefault();
}
