import { Button, Dialog } from '@tradeline/ui';
import { Keyboard } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../lib/list-keys.ts';
import { useWords } from '../../lib/words.ts';

/** Keys of the order desk beside those of every list: A says yes to what is chosen, or to the row one stands on; ? shows all. */
export const useDeskKeys = ({
  onApprove,
  onHelp,
}: {
  onApprove: (rowId?: string) => void;
  onHelp: () => void;
}): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '?') onHelp();
    else if (event.key === 'a') onApprove(document.activeElement?.getAttribute('data-row') ?? undefined);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};

/** The keys of the desk, and a way to see them without knowing any. */
export const KeysHelp = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const { t } = useWords();
  const keys: readonly (readonly [string, string])[] = [
    ['J / K', t.desk_key_rows()],
    ['X', t.desk_key_choose()],
    ['Shift + J / K', t.desk_key_range()],
    ['Ctrl + A', t.desk_key_all()],
    ['Enter', t.desk_key_open()],
    ['A', t.desk_key_approve()],
    ['/', t.desk_key_search()],
    ['?', t.desk_key_help()],
  ];
  return (
    <>
      <Button
        square
        size="sm"
        look="quiet"
        className="hidden md:inline-flex"
        aria-label={t.desk_keys_open()}
        onPress={() => onOpenChange(true)}
      >
        <Keyboard aria-hidden />
      </Button>
      <Dialog open={open} onOpenChange={onOpenChange} size="sm" title={t.desk_keys()}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
          {keys.map(([key, what]) => (
            <div key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
              <dt>
                <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-sans text-sm">{key}</kbd>
              </dt>
              <dd className="text-muted">{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
};
