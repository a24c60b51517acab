import { Button, IconButton } from '@tradeline/ui';
import { Paperclip, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { type SendProblem, type SentFile, sendFile } from '../../lib/send-file.ts';

const MOST = 10;

/** Files that go with the order: the customer's own purchase order, a drawing, a photo. Sent at once, kept with the draft. */
export const Attachments = ({
  files,
  onSending,
  onChange,
}: {
  files: readonly SentFile[];
  /** Whether some are on their way. */
  onSending: (sending: boolean) => void;
  onChange: (files: SentFile[]) => void;
}) => {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<string>();
  const words: Record<SendProblem, string> = {
    'too-large': t.checkout_file_too_large(),
    'wrong-kind': t.checkout_file_wrong_kind(),
    failed: t.checkout_file_failed(),
  };
  const send = async (chosen: File[]) => {
    const taken = chosen.slice(0, MOST - files.length);
    const over = chosen.length - taken.length;
    setProblem(over > 0 ? t.checkout_files_over({ count: over, most: MOST }) : undefined);
    setSending(taken.length);
    onSending(true);
    let kept = [...files];
    for (const file of taken) {
      const sent = await sendFile('order-attachment', file);
      if (typeof sent === 'string') setProblem(t.checkout_file_problem({ name: file.name, why: words[sent] }));
      else kept = [...kept, sent];
      setSending((left) => left - 1);
    }
    setSending(0);
    onChange(kept);
    onSending(false);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <span className="text-sm font-medium">{t.checkout_files()}</span>
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {files.map((file) => (
            <li key={file.id} className="flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2.5 text-sm">
              <span className="max-w-48 truncate">{file.name}</span>
              <IconButton
                size="sm"
                plain
                label={`${t.remove()} ${file.name}`}
                icon={<X aria-hidden />}
                onPress={() => onChange(files.filter((each) => each.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.checkout_files()}
        accept="image/png,image/jpeg,image/webp,image/gif,application/pdf"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          if (chosen.length > 0) void send(chosen);
        }}
      />
      <Button
        size="sm"
        pending={sending > 0}
        disabledReason={files.length >= MOST ? t.checkout_files_full({ count: MOST }) : undefined}
        onPress={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
        {t.checkout_files_add()}
      </Button>
      <p className="text-sm text-muted">{t.checkout_files_hint()}</p>
      {problem && (
        <p role="alert" className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
    </div>
  );
};
