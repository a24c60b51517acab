import { Button, readQuantity, TextField } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { OrderPad } from './use-order-pad.ts';

/** A number, Tab, how many, Enter, and the next: for hands that stay on the keyboard, or a scanner that types. */
export const QuickLine = ({ pad }: { pad: OrderPad }) => {
  const { t } = useWords();
  const say = useBilingual();
  const [item, setItem] = useState('');
  const [amount, setAmount] = useState('');
  const [told, setTold] = useState('');
  const itemField = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const options = useId();
  const typed = item.trim();
  const suggested = trpc.catalog.suggest.useQuery(
    { text: typed },
    { enabled: typed.length >= 2, staleTime: 60_000, placeholderData: (old) => old },
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return itemField.current?.focus();
    if (amount.trim() === '') return amountField.current?.focus();
    // A table of one row: the number is a number whatever it looks like, and the amount may be 3箱5瓶.
    const quantity = readQuantity(amount);
    const lines = await pad.take(
      `货号\t数量\n${typed}\t${quantity ?? amount.trim()}`,
      quantity === undefined ? {} : { typed: true, quantity },
    );
    if (!lines) return;
    setTold(t.pad_taken({ item: typed, amount: amount.trim() }));
    setItem('');
    setAmount('');
    itemField.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-2">
        <TextField
          ref={itemField}
          label={t.pad_item()}
          placeholder={t.pad_item_example()}
          value={item}
          list={options}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="next"
          onChange={(event) => setItem(event.target.value)}
        />
        <TextField
          ref={amountField}
          label={t.pad_amount()}
          placeholder={t.pad_amount_example()}
          value={amount}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => setAmount(event.target.value)}
        />
      </div>
      <datalist id={options}>
        {suggested.data?.products.map(({ id, number, name }) => (
          <option key={id} value={number}>
            {say(name)}
          </option>
        ))}
      </datalist>
      <div className="flex items-center justify-between gap-3">
        <p aria-live="polite" className="min-w-0 text-sm text-muted">
          {told || t.pad_quick_hint()}
        </p>
        <Button type="submit" look="secondary" pending={pad.reading}>
          <Plus aria-hidden />
          {t.pad_take()}
        </Button>
      </div>
    </form>
  );
};
