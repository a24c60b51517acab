import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type UploadProblem, uploadFile } from '../../lib/upload.ts';
import { useWords } from '../../lib/words.ts';

/** A file on its way: how much of it is sent (0 to 1), or why it was not taken. */
export type Sending = { key: string; name: string; part: number; problem?: string };

/** Sends files one after another, and has each taken into the product; a file that is refused stays listed with its reason. */
export const useUploads = (
  purpose: 'product-picture' | 'product-document',
  take: (uploadId: string, file: File) => Promise<unknown>,
) => {
  const words = useWords();
  const { t } = words;
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const set = (key: string, part: Partial<Sending>) =>
    setFiles((old) => old.map((file) => (file.key === key ? { ...file, ...part } : file)));
  const send = async (chosen: readonly File[]) => {
    const waiting = chosen.map((file) => ({ key: crypto.randomUUID(), file }));
    setFiles((old) => [
      ...old.filter((file) => !file.problem),
      ...waiting.map(({ key, file }) => ({ key, name: file.name, part: 0 })),
    ]);
    for (const { key, file } of waiting) {
      const sent = await uploadFile(purpose, file, (part) => set(key, { part }));
      if (!sent.ok) {
        set(key, { problem: reason(sent) });
        continue;
      }
      try {
        await take(sent.id, file);
        setFiles((old) => old.filter((each) => each.key !== key));
      } catch (error) {
        set(key, { problem: problemText(error, words) });
      }
    }
  };
  const reason = ({ error, limit }: UploadProblem): string => {
    switch (error) {
      case 'too-large':
        return t.pe_upload_too_large({ limit: Math.floor((limit ?? 0) / 1_048_576) });
      case 'wrong-kind':
        return purpose === 'product-picture' ? t.pe_refusal_not_a_picture() : t.pe_upload_not_pdf();
      case 'empty':
        return t.pe_upload_empty();
      case 'offline':
        return t.error_offline();
      default:
        return t.pe_upload_failed();
    }
  };
  const dismiss = (key: string) => setFiles((old) => old.filter((file) => file.key !== key));
  return { files, send, dismiss };
};
