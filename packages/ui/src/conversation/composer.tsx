import { Paperclip, SendHorizontal, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../button.tsx';
import { TextAreaField } from '../field/text-area-field.tsx';
import { IconButton } from '../icon-button.tsx';

export type ComposerFile = { id: string; name: string };
export type ComposerText = {
  label: string;
  placeholder: string;
  send: string;
  attach: string;
  remove: string;
};

/**
 * Where a message is written: text, files that are already on their way, and one button. Ctrl or ⌘ with Enter sends; Enter
 * alone is a new line, for people write addresses and lists.
 */
export const Composer = ({
  text,
  value,
  onChange,
  files,
  onFiles,
  onRemove,
  accept,
  attaching,
  attachDisabledReason,
  sending,
  onSend,
  above,
}: {
  text: ComposerText;
  value: string;
  onChange: (value: string) => void;
  files: readonly ComposerFile[];
  onFiles: (files: File[]) => void;
  onRemove: (id: string) => void;
  accept: string;
  attaching: boolean;
  attachDisabledReason?: string | undefined;
  sending: boolean;
  onSend: () => void;
  above?: ReactNode;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      className="flex flex-col gap-2 border-t border-line px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {above}
      <TextAreaField
        hiddenLabel
        label={text.label}
        placeholder={text.placeholder}
        rows={2}
        maxLength={2_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSend();
        }}
      />
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {files.map((file) => (
            <li key={file.id} className="flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2.5 text-sm">
              <span className="max-w-48 truncate">{file.name}</span>
              <IconButton
                size="sm"
                plain
                label={`${text.remove} ${file.name}`}
                icon={<X aria-hidden />}
                onPress={() => onRemove(file.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-center justify-between gap-2">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={text.attach}
          accept={accept}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            if (chosen.length > 0) onFiles(chosen);
          }}
        />
        <Button
          look="quiet"
          pending={attaching}
          disabledReason={attachDisabledReason}
          onPress={() => input.current?.click()}
        >
          <Paperclip aria-hidden />
          {text.attach}
        </Button>
        <Button type="submit" look="primary" pending={sending}>
          <SendHorizontal aria-hidden />
          {text.send}
        </Button>
      </div>
    </form>
  );
};
