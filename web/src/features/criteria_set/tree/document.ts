/** A criteria set while it is edited: whatever the document holds, judged by the service alone. Numbers are texts. */
export type Value = string | boolean | null | Value[] | { [key: string]: Value | undefined };
export type Document = { [key: string]: Value | undefined };
export type Path = readonly (string | number)[];

/** `fields[0].criteria[1]` or `appraisers."Mã 1".unit` as keys. */
export function pathOf(place: string): Path {
  const found = place.matchAll(/\[(\d+)\]|"((?:[^"\\]|\\.)*)"|([^.[\]"]+)/g);
  return [...found].map(([, index, quoted, key]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? (key ?? "") : (JSON.parse(`"${quoted}"`) as string);
  });
}

/** A path as one text, to compare and to key by. */
export function keyOf(path: Path): string {
  return JSON.stringify(path);
}

export function valueAt(node: Value | undefined, path: Path): Value | undefined {
  let at: Value | undefined = node;
  for (const key of path) {
    if (Array.isArray(at)) at = typeof key === "number" ? at[key] : undefined;
    else if (at !== null && typeof at === "object") at = at[String(key)];
    else return undefined;
  }
  return at;
}

export function listAt(node: Value | undefined, path: Path): Value[] {
  const found = valueAt(node, path);
  return Array.isArray(found) ? found : [];
}

export function textAt(node: Value | undefined, path: Path): string {
  const found = valueAt(node, path);
  return typeof found === "string" ? found : "";
}

/** The document with another value at a path; `undefined` takes the key away, and what is left empty around it. */
export function withValue(node: Document, path: Path, value: Value | undefined): Document {
  return (put(node, path, value) ?? {}) as Document;
}

function put(node: Value | undefined, path: Path, value: Value | undefined): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(node) ? [...node] : [];
    const next = put(list[key], rest, value);
    if (rest.length === 0 && next === undefined) list.splice(key, 1);
    else list[key] = next ?? {};
    return list;
  }
  const own = node !== null && typeof node === "object" && !Array.isArray(node) ? node : {};
  const { [key]: before, ...others } = own;
  const next = put(before, rest, value);
  const map = next === undefined ? others : { ...own, [key]: next };
  return value === undefined && Object.keys(map).length === 0 ? undefined : map;
}

/** The document with the member of a list one place further up (−1) or down (1). */
export function moved(node: Document, path: Path, by: number): Document {
  const index = path.at(-1);
  const list = [...listAt(node, path.slice(0, -1))];
  if (typeof index !== "number" || index + by < 0 || index + by >= list.length) return node;
  const [member] = list.splice(index, 1);
  if (member !== undefined) list.splice(index + by, 0, member);
  return withValue(node, path.slice(0, -1), list);
}

const CHILDREN = ["criteria", "sub_criteria"] as const;

/** The list under which a field or criterion keeps its children; a sub_criterion has none. */
export function childrenKey(path: Path): (typeof CHILDREN)[number] | null {
  return CHILDREN[path.length / 2 - 1] ?? null;
}

/** The field, criterion or sub_criterion that a place lies in; null outside the tree of criteria. */
export function branchOf(path: Path): Path | null {
  if (path[0] !== "fields" || typeof path[1] !== "number") return null;
  let end = 2;
  while (CHILDREN.some((key) => key === path[end]) && typeof path[end + 1] === "number") end += 2;
  return path.slice(0, end);
}
