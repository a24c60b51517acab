import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Area, Storage } from '../../ports/storage.ts';

const NAME = /^(?:[a-z]{1,20}\/)?[a-z0-9][a-z0-9._-]{0,120}$/u;

/** Files in two folders of this machine. */
export const folderStorage = (folders: Record<Area, string>): Storage => {
  const pathOf = (area: Area, name: string): string => {
    if (!NAME.test(name) || name.includes('..')) throw new Error(`not a name of ours: ${name}`);
    return join(folders[area], name);
  };
  /** Written beside and renamed, so that a reader never sees half a file. */
  const whole = async (area: Area, name: string, write: (half: string) => Promise<void>): Promise<void> => {
    const path = pathOf(area, name);
    await mkdir(dirname(path), { recursive: true });
    const half = join(dirname(path), `.${randomUUID()}`);
    try {
      await write(half);
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  };
  return {
    pathOf,
    put: (area, name, bytes) => whole(area, name, (half) => writeFile(half, bytes)),
    putParts: async (area, name, parts) => {
      let bytes = 0;
      await whole(area, name, async (half) => {
        const file = await open(half, 'wx');
        try {
          for await (const part of parts) {
            bytes += part.length;
            await file.writeFile(part);
          }
        } finally {
          await file.close();
        }
      });
      return bytes;
    },
    get: async (area, name) => {
      try {
        return await readFile(pathOf(area, name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (area, name) => rm(pathOf(area, name), { force: true }),
  };
};
