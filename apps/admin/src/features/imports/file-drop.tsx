import { Button, cx, Notice } from '@tradeline/ui';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Text } from '../../lib/i18n.tsx';
import { useText } from '../../lib/i18n.tsx';
import { sendFile, type UploadAnswer } from '../../lib/sheet-upload.ts';
import { useFileDrop } from '../../lib/use-file-drop.ts';
import type { SheetName } from './job-words.ts';

const purposes: Record<SheetName, string> = {
  goods: 'import-sheet',
  prices: 'import-prices',
  stock: 'import-stock',
  pictures: 'import-pictures',
};

const refusal = ({ error, limit }: Extract<UploadAnswer, { ok: false }>, t: Text): string => {
  if (error === 'too-large') return t.imports_upload_too_large({ limit: Math.round((limit ?? 0) / 1024 / 1024) });
  if (error === 'wrong-kind') return t.imports_upload_wrong_kind();
  if (error === 'empty') return t.imports_upload_empty();
  return error === 'not-permitted' ? t.refusal_not_permitted() : t.imports_upload_failed();
};

/** Takes a file by drop or by choice, sends it, and tells how far that is and why it was not taken. */
export const FileDrop = ({ sheet, onSent }: { sheet: SheetName; onSent: (uploadId: string) => void }) => {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setSent(0);
    const answer = await sendFile(purposes[sheet], file, setSent);
    setSent(undefined);
    if (input.current) input.current.value = '';
    if (answer.ok) onSent(answer.id);
    else setProblem(refusal(answer, t));
  };
  const over = useFileDrop(box, ([file]) => void send(file));
  return (
    <div className="flex flex-col gap-3">
      <div
        ref={box}
        className={cx(
          'flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-8 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-control bg-surface',
        )}
      >
        <FileUp aria-hidden className="size-7 text-faint" />
        <p className="max-w-md text-sm text-muted">
          {sheet === 'pictures' ? t.imports_drop_zip() : t.imports_drop_sheet()}
        </p>
        <Button look="primary" pending={sent !== undefined} onPress={() => input.current?.click()}>
          {t.imports_choose_file()}
        </Button>
        {sent !== undefined && (
          <p role="status" className="tabular text-sm text-muted">
            {t.imports_sending({ percent: Math.round(sent * 100) })}
          </p>
        )}
        <input
          ref={input}
          type="file"
          aria-label={t.imports_choose_file()}
          className="sr-only"
          tabIndex={-1}
          accept={sheet === 'pictures' ? '.zip' : '.xlsx,.csv,.txt'}
          onChange={(event) => void send(event.target.files?.[0])}
        />
      </div>
      {problem && (
        <Notice live tone="danger">
          {problem}
        </Notice>
      )}
    </div>
  );
};
