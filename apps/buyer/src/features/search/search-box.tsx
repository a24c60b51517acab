import { useMatch, useNavigate, useRouterState } from '@tanstack/react-router';
import { controlClass, cx, IconButton } from '@tradeline/ui';
import { ArrowLeft, Search, X } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { type Cell, cellId, move } from './move-active.ts';

const loadPanel = () => import('./search-panel.tsx');
const SearchPanel = lazy(loadPanel);

/**
 * The search of the portal: suggestions while one types, by mouse, touch or keyboard (arrows, Enter, Escape). On a phone
 * it takes the whole screen while it is used. Enter without a chosen suggestion searches for what was typed.
 */
export const SearchBox = ({ className }: { className?: string }) => {
  const t = useText();
  const navigate = useNavigate();
  const list = useMatch({ from: '/_app/goods/', shouldThrow: false })?.search;
  const searched = list?.q ?? '';
  const href = useRouterState({ select: ({ location }) => location.href });
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(searched);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<Cell>();
  const [seen, setSeen] = useState({ searched, href });
  if (seen.searched !== searched || seen.href !== href) {
    setSeen({ searched, href });
    if (seen.searched !== searched) setTyped(searched);
    // Wherever a suggestion led, the search is done.
    if (seen.href !== href) setOpen(false);
  }
  useEffect(() => {
    if (!open) return;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);

  const close = () => {
    setOpen(false);
    setActive(undefined);
  };
  const submit = () => {
    close();
    input.current?.blur();
    const q = typed.trim() || undefined;
    // New words are a new question: filters of the last one would only be in its way. Taking the words out keeps them.
    void navigate({ to: '/goods', search: q ? { q, view: list?.view } : { ...list, q, page: 1 } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const cell = active && document.getElementById(cellId(id, active));
    if (event.key === 'Enter' && cell) {
      event.preventDefault();
      cell.querySelector<HTMLElement>('a, button')?.click();
      return;
    }
    if (event.key === 'Escape') {
      if (open) close();
      else setTyped('');
      return;
    }
    const next = move(event.key, active, panel.current);
    if (next === 'stay') return;
    event.preventDefault();
    setOpen(true);
    setActive(next);
  };
  return (
    <search
      ref={box}
      data-search-open={open || undefined}
      className={cx(
        'relative',
        className,
        open && 'max-md:fixed max-md:inset-0 max-md:flex max-md:flex-col max-md:bg-surface',
      )}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) close();
      }}
    >
      <form
        className={cx(
          'relative flex items-center',
          open && 'max-md:h-15 max-md:gap-1 max-md:border-b max-md:border-line max-md:px-2',
        )}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {open && (
          <IconButton plain className="md:hidden" label={t.close()} icon={<ArrowLeft aria-hidden />} onPress={close} />
        )}
        <span className="relative flex min-w-0 flex-1 items-center">
          <Search aria-hidden className="pointer-events-none absolute left-3 size-4 text-faint" />
          <input
            ref={input}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={200}
            role="combobox"
            aria-label={t.goods_search_label()}
            aria-expanded={open}
            aria-controls={open ? `${id}panel` : undefined}
            aria-haspopup="grid"
            aria-autocomplete="list"
            aria-activedescendant={active && cellId(id, active)}
            placeholder={t.goods_search()}
            value={typed}
            onPointerEnter={() => void loadPanel()}
            onFocus={() => void loadPanel()}
            onClick={() => setOpen(true)}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(undefined);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            className={cx(controlClass, 'pl-9 text-ellipsis', typed ? 'pr-9' : 'pr-3')}
          />
          {typed && (
            <button
              type="button"
              aria-label={t.clear()}
              onClick={() => {
                setTyped('');
                setActive(undefined);
                setOpen(true);
                input.current?.focus();
              }}
              className="absolute right-1 grid size-8 place-items-center rounded-sm text-muted hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </button>
          )}
        </span>
      </form>
      {open && (
        <div
          ref={panel}
          className="min-h-0 flex-1 overflow-y-auto md:absolute md:inset-x-0 md:top-full md:mt-1.5 md:max-h-[min(36rem,80dvh)] md:min-w-96 md:rounded-lg md:border md:border-line md:bg-raised md:shadow-lg md:empty:hidden"
        >
          <Suspense>
            <SearchPanel id={id} text={typed.trim()} active={active} onSearchAgain={() => input.current?.focus()} />
          </Suspense>
        </div>
      )}
    </search>
  );
};
