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
  const refuse = (why: string): undefined => {
    toast.error(why);
  };
  const upload = async (file: File): Promise<string | undefined> => {
    if (file.size > LIMIT) return refuse(t.pad_file_too_large());
    const sent = await fetch('/uploads/order-lines', {
      method: 'POST',
      headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(file.name.toWellFormed()) },
      body: file,
    }).catch(() => undefined);
    if (!sent) return refuse(t.pad_file_offline());
    if (sent.status === 413) return refuse(t.pad_file_too_large());
    if (sent.status === 400) return refuse(t.pad_file_empty());
    if (!sent.ok) return refuse(t.pad_file_unreadable());
    const { id } = (await sent.json()) as { id: string };
    try {
      return (await sheet.mutateAsync({ uploadId: id })).text;
    } catch (error) {
      return refuse(problemText(error as Parameters<typeof problemText>[0], words));
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
