/** The SHA-256 of a file, as services keep it: 64 lower-case hexadecimal digits. The file itself does not leave the computer. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
