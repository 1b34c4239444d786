/** Points as they are told by a service (`"1260.50"`), as people read them (`1.260,50`); no digit is made or lost. Empty: `–`. */
export function points(value: string | null | undefined): string {
  if (value === null || value === undefined || value === "") return "–";
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".").replace(/^-/, "−");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** What a person typed (`1.260,5`, `1260,5`, `0.5`), as the services take it; text that is no number is passed on for them to refuse. */
export function typedNumber(text: string): string {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(/^−/, "-");
  if (plain.includes(",")) return plain.replace(/\./g, "").replace(",", ".");
  // A dot before exactly three digits, after one to three, is the thousands' here.
  return /^-?[1-9]\d{0,2}(\.\d{3})+$/.test(plain) ? plain.replace(/\./g, "") : plain;
}

/** A number as it stands in a file (`92,15`, `91.651`): points there are below a thousand, so that a dot alone is the decimal one. */
export function numberInFile(text: string): string {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(/^−/, "-");
  return plain.includes(",") ? plain.replace(/\./g, "").replace(",", ".") : plain;
}

const SIZES = ["B", "kB", "MB", "GB"];

export function fileSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < SIZES.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toFixed(unit === 0 ? 0 : 1).replace(".", ",")} ${SIZES[unit]}`;
}
