import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { sendFile } from '../../lib/send-file.ts';
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
    if (file.size === 0) return refuse(t.pad_file_empty());
    const sent = await sendFile('order-lines', file);
    if (sent === 'too-large') return refuse(t.pad_file_too_large());
    if (sent === 'wrong-kind') return refuse(t.pad_file_unreadable());
    if (sent === 'failed') return refuse(t.pad_file_offline());
    try {
      return (await sheet.mutateAsync({ uploadId: sent.id })).text;
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
