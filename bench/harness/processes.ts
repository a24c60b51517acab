import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time of a process in hundredths of a second. */
const TICKS_PER_MS = 1 / 10;

type Stat = { parent: number; ticks: number };

/** The name of a process may hold spaces and brackets, so fields are counted from the last bracket on. */
const statOf = (pid: number | string): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const number = (at: number): number => Number(fields[at]);
    return { parent: number(1), ticks: number(11) + number(12) + number(13) + number(14) };
  } catch {
    return undefined;
  }
};

/**
 * Processor milliseconds that a process, all that it started and all of these that have ended have used so far.
 * Undefined where the system keeps no /proc.
 */
export const cpuMsOf = (pid: number): number | undefined => {
  const own = statOf(pid);
  if (!own) return undefined;
  const all = new Map(
    readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), statOf(name)] as const] : [])),
  );
  let ticks = own.ticks;
  const open = [pid];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const [child, stat] of all)
      if (stat?.parent === at) {
        ticks += stat.ticks;
        open.push(child);
      }
  return ticks / TICKS_PER_MS;
};

/** Resident memory of one process in bytes. */
export const rssOf = (pid: number): number | undefined => {
  try {
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch {
    return undefined;
  }
};
