import type { SheetRow } from '../../sheets/sheet.ts';

type Group = { rows: SheetRow[]; keys: string[] };

/**
 * Cuts a sheet into parts of about `size` rows that may be planned one after another: rows that share a key stand in one
 * part, in the order of the sheet. A group that is larger than a part is one of its own.
 */
export const partsOf = (
  rows: readonly SheetRow[],
  keysOf: (row: SheetRow) => readonly string[],
  size: number,
): SheetRow[][] => {
  const groupOf = new Map<string, Group>();
  const groups = new Set<Group>();
  for (const row of rows) {
    const keys = keysOf(row);
    const joined = [...new Set(keys.flatMap((key) => groupOf.get(key) ?? []))].toSorted(
      (a, b) => b.rows.length - a.rows.length,
    );
    const [group = { rows: [], keys: [] }, ...others] = joined;
    groups.add(group);
    group.rows.push(row);
    for (const other of others) {
      group.rows.push(...other.rows);
      groups.delete(other);
    }
    for (const key of [...keys, ...others.flatMap((other) => other.keys)]) {
      if (groupOf.get(key) === group) continue;
      groupOf.set(key, group);
      group.keys.push(key);
    }
  }
  const parts: SheetRow[][] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    if (last && last.length + group.rows.length <= size) last.push(...group.rows);
    else parts.push(group.rows);
  }
  return parts.map((part) => part.toSorted((a, b) => a.row - b.row));
};
