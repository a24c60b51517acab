import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const LIMIT = 5 * 1024 * 1024;

/** Sends a sheet of order lines and answers its text, or says why it was not taken. */
export const useOrderFile = () => {
  const words = useWords();
  const { t } = words;
  const sheet = trpc.orderEntry.sheet.useMutation();
  const [sending, setSending] = useState(false);
  const upload = async (file: File): Promise<string | undefined> => {
    if (file.size > LIMIT) return void toast.error(t.pad_file_too_large());
    const sent = await fetch('/uploads/order-lines', {
      method: 'POST',
      headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(file.name.toWellFormed()) },
      body: file,
    }).catch(() => undefined);
    if (!sent) return void toast.error(t.pad_file_offline());
    if (!sent.ok) {
      toast.error(
        sent.status === 413
          ? t.pad_file_too_large()
          : sent.status === 400
            ? t.pad_file_empty()
            : t.pad_file_unreadable(),
      );
      return undefined;
    }
    const { id } = (await sent.json()) as { id: string };
    try {
      return (await sheet.mutateAsync({ uploadId: id })).text;
    } catch (error) {
      toast.error(problemText(error as Parameters<typeof problemText>[0], words));
      return undefined;
    }
  };
  return {
    sending,
    send: async (file: File) => {
      setSending(true);
      try {
        return await upload(file);
      } finally {
        setSending(false);
      }
    },
  };
};
