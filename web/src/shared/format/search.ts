/** Whether a text holds what was looked for, with or without marks (`thanh hoa` finds `Thanh Hóa`; `hóa` does not find `hoa`). */
export function holds(text: string, wanted: string): boolean {
  const looked = wanted.normalize("NFC").toLocaleLowerCase("vi").trim();
  const whole = text.normalize("NFC").toLocaleLowerCase("vi");
  return looked === bare(looked) ? bare(whole).includes(looked) : whole.includes(looked);
}

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").normalize("NFC");
}

const vietnamese = new Intl.Collator("vi", { numeric: true });

/** Vietnamese order (a, ă, â, b …), for `sort`. */
export function byName(one: string, other: string): number {
  return vietnamese.compare(one, other);
}
