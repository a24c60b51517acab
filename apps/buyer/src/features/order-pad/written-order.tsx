import { Button, TextAreaField, useWide } from '@tradeline/ui';
import { ListChecks, ScanBarcode, Upload } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useWords } from '../../lib/words.ts';
import { useKept } from './kept.ts';
import type { PadLine } from './pad-lines.ts';
import { useOrderFile } from './use-order-file.ts';
import type { OrderPad } from './use-order-pad.ts';

const ScanDialog = lazy(() => import('./scan-dialog.tsx'));

/** Anything that holds an order: a message, rows of a spreadsheet, a list of barcodes, a file. */
export const WrittenOrder = ({ pad, onRead }: { pad: OrderPad; onRead: (lines: readonly PadLine[]) => void }) => {
  const { t } = useWords();
  const wide = useWide();
  const [text, setText] = useKept('order-pad-text', '');
  const [scanning, setScanning] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { send, sending } = useOrderFile();
  const check = async (written: string) => {
    const lines = await pad.take(written);
    if (!lines) return;
    setText(() => '');
    onRead(lines);
  };
  const readFile = async (chosen: File) => {
    const written = await send(chosen);
    const lines = written !== undefined && (await pad.take(written));
    if (lines) onRead(lines);
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void check(text);
      }}
    >
      <TextAreaField
        label={t.pad_paste()}
        hint={t.pad_paste_hint()}
        placeholder={t.pad_paste_example()}
        rows={wide ? 6 : 3}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(() => event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          look="primary"
          pending={pad.reading}
          disabledReason={text.trim() === '' ? t.pad_paste_first() : undefined}
        >
          <ListChecks aria-hidden />
          {t.pad_check()}
        </Button>
        <Button look="secondary" pending={sending} onPress={() => file.current?.click()}>
          <Upload aria-hidden />
          {t.pad_file()}
        </Button>
        <Button look="secondary" onPress={() => setScanning(true)}>
          <ScanBarcode aria-hidden />
          {t.pad_scan()}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.csv,.txt"
        className="hidden"
        aria-label={t.pad_file()}
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void readFile(chosen);
        }}
      />
      {scanning && (
        <Suspense>
          <ScanDialog onClose={() => setScanning(false)} onCode={(code) => void pad.take(code)} />
        </Suspense>
      )}
    </form>
  );
};
