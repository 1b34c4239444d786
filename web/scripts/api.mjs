// Writes src/api/generated/<service>.ts from ../docs/api/<service>.openapi.json; `--check` only says whether they differ.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const services = ["gateway", "identity", "assessment", "appraisal", "ranking"];
const checking = process.argv.includes("--check");
const folder = new URL("../src/api/generated/", import.meta.url);
await mkdir(folder, { recursive: true });
let differs = false;
for (const service of services) {
  const document = new URL(`../../docs/api/${service}.openapi.json`, import.meta.url);
  const types = astToString(await openapiTS(document, { alphabetize: false, enum: false }));
  const text = `// Written by \`make api\` from docs/api/${service}.openapi.json; not by hand.\n${types}`;
  const file = new URL(`${service}.ts`, folder);
  if (!checking) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    differs = true;
    console.error(`src/api/generated/${service}.ts differs from docs/api/${service}.openapi.json; run make api.`);
  }
}
process.exit(differs ? 1 : 0);
