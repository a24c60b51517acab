import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import type { Mail } from '../../ports/sending.ts';

/** Without a mail server, letters are laid into a folder for whoever develops or tries the product. */
export const folderMail = (folder: string): Mail => ({
  send: async ({ id, to, subject, text }) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `mail-${id}.txt`), `To: ${to}\nSubject: ${subject}\n\n${text}\n`);
    return ok(undefined);
  },
});
