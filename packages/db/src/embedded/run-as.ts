import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How to spawn a program of PostgreSQL, which refuses to run as root. `uid` is set where its files must be handed over. */
export type RunAs = { uid?: number; gid?: number; wrap: (program: string, args: string[]) => [string, string[]] };

const asMyself: RunAs = { wrap: (program, args) => [program, args] };

const systemUser = (): { uid: number; gid: number } => {
  for (const name of ['postgres', 'nobody']) {
    try {
      const read = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: read('-u'), gid: read('-g') };
    } catch {
      // no such user on this machine: try the next
    }
  }
  return { uid: 65534, gid: 65534 };
};

/**
 * As an ordinary user PostgreSQL runs as that user. As root it runs as the owner of an existing data folder, else as
 * `postgres` or `nobody`; where a parent folder is closed to others (a clone below /root, a private temporary folder)
 * it keeps the one capability to walk through it, so that nobody's folder permissions have to be changed.
 */
export const runAs = (dataFolder: string, programs: string[]): RunAs => {
  if (process.getuid?.() !== 0) return asMyself;
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : undefined;
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : systemUser();
  const prefix = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  if (![dataFolder, ...programs].every(isOpenToAll))
    prefix.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override');
  return { ...user, wrap: (program, args) => ['setpriv', [...prefix, program, ...args]] };
};

const isOpenToAll = (path: string): boolean => {
  const parent = dirname(path);
  return parent === path || ((statSync(parent).mode & 0o001) !== 0 && isOpenToAll(parent));
};
