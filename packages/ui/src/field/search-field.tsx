import { Search, X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../ui-context.tsx';
import { controlClass } from './field.tsx';

/** A search box: submits on Enter, and also while typing when `live` (after a short rest). Escape clears it. */
export const SearchField = ({
  label,
  placeholder,
  value,
  onSearch,
  live = false,
  autoFocus = false,
  className,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
  live?: boolean;
  autoFocus?: boolean;
  className?: string;
}) => {
  const { text } = useUi();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  const send = (next: string) => {
    sent.current = next.trim();
    onSearch(next.trim());
  };
  /** Once only: a search that comes late would take back the way that was gone meanwhile. */
  const sendNew = (next: string) => {
    if (next.trim() !== sent.current) send(next);
  };
  useEffect(() => {
    if (!live) return;
    const timer = setTimeout(() => sendNew(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, live]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(typed);
  };
  return (
    <search className={className}>
      <form onSubmit={submit} className="relative flex items-center">
        <Search aria-hidden className="pointer-events-none absolute left-3 size-4 text-faint" />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          aria-label={label}
          placeholder={placeholder ?? label}
          value={typed}
          // biome-ignore lint/a11y/noAutofocus: only where the page is a search
          autoFocus={autoFocus}
          onChange={(event) => setTyped(event.target.value)}
          // Before a press elsewhere takes effect, what was typed does.
          onBlur={live ? () => sendNew(typed) : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed) {
              setTyped('');
              send('');
            }
          }}
          className={cx(controlClass, 'px-9 [&::-webkit-search-cancel-button]:hidden')}
        />
        {typed && (
          <button
            type="button"
            aria-label={text.clear}
            onClick={() => {
              setTyped('');
              send('');
              input.current?.focus();
            }}
            className="absolute right-1 grid size-8 place-items-center rounded-sm text-muted hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </form>
    </search>
  );
};
