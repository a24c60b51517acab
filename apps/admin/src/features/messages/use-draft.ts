import { toast } from '@tradeline/ui';
import { useRef, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type SendProblem, type SentFile, sendFile } from '../../lib/send-file.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export const FILES_MOST = 6;

/**
 * A message while it is written: its text, its files (sent at once, so that sending is quick) and its key, which stays the
 * same until it arrived. What could not be sent stays as it was typed.
 */
export const useDraft = (orderId: string) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [value, setValue] = useState('');
  const [files, setFiles] = useState<SentFile[]>([]);
  const [attaching, setAttaching] = useState(false);
  const key = useRef<string>(undefined);
  const problems: Record<SendProblem, (name: string) => string> = {
    'too-large': (name) => t.after_file_too_large({ name }),
    'wrong-kind': (name) => t.after_file_wrong_kind({ name }),
    failed: (name) => t.after_file_failed({ name }),
  };
  const post = trpc.messages.post.useMutation({
    onSuccess: () => {
      key.current = undefined;
      setValue('');
      setFiles([]);
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.messages.invalidate(),
  });
  const attach = async (chosen: File[]) => {
    setAttaching(true);
    for (const file of chosen.slice(0, FILES_MOST - files.length)) {
      const sent = await sendFile('staff-message-file', file);
      if (typeof sent === 'string') toast.error(problems[sent](file.name));
      else setFiles((old) => [...old, sent]);
    }
    setAttaching(false);
    key.current = undefined;
  };
  const send = (internal: boolean) => {
    if (post.isPending || attaching || (value.trim() === '' && files.length === 0)) return;
    key.current ??= crypto.randomUUID();
    post.mutate({ orderId, text: value, files: files.map(({ id }) => id), idempotencyKey: key.current, internal });
  };
  return {
    value,
    change: (next: string) => {
      key.current = undefined;
      setValue(next);
    },
    files,
    attach: (chosen: File[]) => void attach(chosen),
    remove: (id: string) => setFiles((old) => old.filter((file) => file.id !== id)),
    attaching,
    sending: post.isPending,
    send,
  };
};
