import { Button, IconButton, Popover, readQuantity, TextField } from '@tradeline/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';

/** Adds a row for a price from a larger quantity on; the price is typed into the grid. */
export const TierField = ({
  item,
  taken,
  icon,
  onAdd,
}: {
  item: string;
  taken: readonly number[];
  icon: ReactNode;
  onAdd: (from: number) => void;
}) => {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const from = readQuantity(typed);
  const wrong =
    typed === '' ? undefined : !from ? t.prices_tier_wrong() : taken.includes(from) ? t.prices_tier_taken() : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!from || wrong) return;
    onAdd(from);
    setTyped('');
    setOpen(false);
  };
  return (
    <Popover
      align="end"
      label={t.prices_add_tier({ item })}
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton size="sm" plain label={t.prices_add_tier({ item })} icon={icon} />}
    >
      <form className="flex w-60 flex-col gap-3 p-3" onSubmit={submit}>
        <TextField
          label={t.prices_tier_from()}
          inputMode="numeric"
          value={typed}
          error={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" size="sm" look="primary">
          {t.prices_add()}
        </Button>
      </form>
    </Popover>
  );
};
