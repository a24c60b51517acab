import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import type { Sms } from '../../ports/sending.ts';

/** Without a gateway, short messages are laid into a folder. */
export const folderSms = (folder: string): Sms => ({
  send: async ({ id, to, text }) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `sms-${id}.txt`), `To: ${to}\n\n${text}\n`);
    return ok(undefined);
  },
});
