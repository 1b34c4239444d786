/** The 64 digits in what a person typed, pasted, or a QR code held: blanks and a whole address around them do no harm. */
export function fingerprintIn(text: string): string {
  const plain = text.replace(/[\s\u00a0.-]/g, "").toLowerCase();
  return /[0-9a-f]{64}/.exec(plain)?.[0] ?? plain;
}

/** In groups of eight, as it is printed and easily compared. */
export function grouped(fingerprint: string): string {
  return fingerprint.replace(/(.{8})(?=.)/g, "$1 ");
}
