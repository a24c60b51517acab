import { type Instant, toMillis } from '@tradeline/domain/kernel';
import type { Connection } from '../client.ts';
import { buildWorld } from './build-world.ts';
import { DEMO_PASSWORD } from './logins.ts';
import { renderPictures } from './pictures/render.ts';
import { writeWorld } from './write-world.ts';

export type DemoProgress = {
  readonly step: 'plan' | 'pictures' | 'write';
  readonly done: number;
  readonly total: number;
};
export type DemoOptions = {
  readonly connection: Pick<Connection, 'raw'>;
  readonly seed: number;
  /** The demo's today: its last orders were placed shortly before. */
  readonly now: Instant;
  /** Folder below which `pictures/` is written; absent = no picture files. */
  readonly files?: string | undefined;
  readonly hashPassword: (plain: string) => Promise<string>;
  readonly onProgress?: ((progress: DemoProgress) => void) | undefined;
  /** Share of the year's orders that is made: 1 is the whole demo, 0.1 a tenth, for tests. */
  readonly scale?: number | undefined;
};
export type DemoSummary = { readonly rows: Readonly<Record<string, number>>; readonly pictures: number };

/**
 * Fills an empty database with the demo company: the same seed and moment give the same rows, keys included. Everything
 * is written in one transaction, after the pictures, so that half a demo never exists. A database that has a company
 * already is refused and stays as it is; of two that begin at once, the shop's key lets one through.
 */
export const createDemo = async (options: DemoOptions): Promise<DemoSummary> => {
  const { connection, seed, now, files, scale = 1, onProgress = () => {} } = options;
  const [there] = await connection.raw<{ yes: boolean }[]>`select exists (select from shop) as yes`;
  if (there?.yes) throw new Error('this database has a company already');
  onProgress({ step: 'plan', done: 0, total: 1 });
  const passwordHash = await options.hashPassword(DEMO_PASSWORD);
  const world = buildWorld({ seed, now: toMillis(now), passwordHash, scale });
  onProgress({ step: 'plan', done: 1, total: 1 });
  const total = world.pictures.length;
  const drawn = files
    ? renderPictures(world.pictures, files, (done) => onProgress({ step: 'pictures', done, total }))
    : Promise.resolve();
  // Its failure is met where it is awaited, inside the transaction; until then it must not end the process.
  drawn.catch(() => {});
  const rows = await writeWorld(connection.raw, world, drawn, (done, of) =>
    onProgress({ step: 'write', done, total: of }),
  );
  return { rows, pictures: files ? total : 0 };
};
