import { GROUPS, sameGroup, withGroup, type Fields, type File, type Group } from "./fields";

export interface Merged {
  /** Mine, with what I did not touch taken from the other. Where both changed a group it is still mine. */
  fields: Fields;
  /** Groups that both changed, differently: a person has to choose. */
  conflicts: Group[];
}

/** Three-way merge of two people's changes since `base`. Files never conflict: both people's are kept, and gone is what either took away. */
export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
  let fields = mine;
  const conflicts: Group[] = [];
  for (const group of GROUPS) {
    if (group === "evidence") fields = { ...fields, evidence: mergeFiles(base, mine, theirs) };
    else if (sameGroup(group, mine, base)) fields = withGroup(group, fields, theirs);
    else if (!sameGroup(group, theirs, base) && !sameGroup(group, theirs, mine)) conflicts.push(group);
  }
  return { fields, conflicts };
}

function mergeFiles(base: Fields, mine: Fields, theirs: Fields): File[] {
  const had = new Set(base.evidence.map((file) => file.id));
  const mineIds = new Set(mine.evidence.map((file) => file.id));
  const theirIds = new Set(theirs.evidence.map((file) => file.id));
  const kept = theirs.evidence.filter((file) => mineIds.has(file.id) || !had.has(file.id));
  return [...kept, ...mine.evidence.filter((file) => !had.has(file.id) && !theirIds.has(file.id))];
}
