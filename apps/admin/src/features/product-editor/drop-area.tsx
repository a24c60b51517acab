import { Button, cx, IconButton, Meter } from '@tradeline/ui';
import { Upload, X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { useFileDrop } from '../../lib/use-file-drop.ts';
import type { Sending } from './use-uploads.ts';

/** Takes files by dropping them here or by choosing them, and shows each on its way. */
export const DropArea = ({
  label,
  hint,
  accept,
  files,
  onFiles,
  onDismiss,
}: {
  label: string;
  hint: string;
  accept: string;
  files: readonly Sending[];
  onFiles: (files: File[]) => void;
  onDismiss: (key: string) => void;
}) => {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const over = useFileDrop(box, onFiles);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <div
        ref={box}
        className={cx(
          'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed px-4 py-4',
          over ? 'border-accent bg-accent-soft' : 'border-control',
        )}
      >
        <Button onPress={() => input.current?.click()}>
          <Upload aria-hidden />
          {label}
        </Button>
        <span className="text-sm text-muted">{hint}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-label={label}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {files.length > 0 && (
        <ul className="flex flex-col gap-1.5" aria-live="polite">
          {files.map((file) => (
            <li key={file.key} className="flex items-center gap-3 rounded-md bg-sunken px-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{file.name}</span>
                {file.problem ? (
                  <span className="block text-sm text-danger-ink">{file.problem}</span>
                ) : (
                  <Meter
                    label={t.pe_sending({ name: file.name })}
                    value={file.part}
                    max={1}
                    valueText={`${Math.round(file.part * 100)}%`}
                  />
                )}
              </span>
              {file.problem && (
                <IconButton
                  plain
                  size="sm"
                  label={t.close()}
                  icon={<X aria-hidden />}
                  onPress={() => onDismiss(file.key)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
