import { Button, Notice, TextField } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Edit } from './use-edit.ts';

type Offered = Outputs['orderEntry']['read']['goods'][number];

/** Adds the least that may be ordered of goods, by number, barcode or name; where several are meant, one chooses. */
export const AddGoods = ({ edit }: { edit: Edit }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const options = useId();
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const [choice, setChoice] = useState<readonly Offered[]>([]);
  const typed = text.trim();
  const suggested = trpc.catalog.suggest.useQuery(
    { text: typed },
    { enabled: typed.length >= 2, staleTime: 60_000, placeholderData: (old) => old },
  );
  const take = (goods: Offered) => {
    const inOrder = edit.lines.some((line) => line.skuId === goods.id && line.quantity);
    if (inOrder) setTold(t.ordering_edit_found_already({ item: goods.itemNumber }));
    else {
      edit.add(goods.id, goods.minQuantity);
      setTold('');
      setText('');
    }
    setChoice([]);
  };
  const read = trpc.orderEntry.read.useMutation({
    onSuccess: ({ rows, goods }) => {
      const [item] = rows.flatMap((row) => row.items);
      const known = new Map(goods.map((each) => [each.id as string, each]));
      const found = (item?.skuIds ?? []).flatMap((id) => known.get(id) ?? []);
      setChoice([]);
      if (found.length === 0) setTold(t.ordering_edit_found_none({ text: typed }));
      else if (found.length === 1 && found[0]) take(found[0]);
      else {
        setTold('');
        setChoice(found);
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed) read.mutate({ text: typed });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 border-t border-line px-4 py-3">
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={t.ordering_edit_find()}
          placeholder={t.ordering_edit_find_hint()}
          value={text}
          list={options}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" look="secondary" pending={read.isPending}>
          <Plus aria-hidden />
          {t.ordering_edit_add()}
        </Button>
      </div>
      <datalist id={options}>
        {suggested.data?.products.map(({ id, number, name }) => (
          <option key={id} value={number}>
            {say(name)}
          </option>
        ))}
      </datalist>
      <p aria-live="polite" className="text-sm text-muted empty:hidden">
        {told}
      </p>
      {read.error && (
        <Notice tone="danger" live>
          {problemText(read.error, words)}
        </Notice>
      )}
      {choice.length > 0 && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="text-sm text-muted">{t.ordering_edit_found_many()}</legend>
          {choice.slice(0, 12).map((goods) => (
            <Button
              key={goods.id}
              size="sm"
              className="h-auto min-h-9 justify-start py-1.5 text-left whitespace-normal"
              onPress={() => take(goods)}
            >
              {[say(goods.productName), optionText(goods.axes, goods.options, say)].filter(Boolean).join(' · ')}
              <span className="text-faint">{goods.itemNumber}</span>
            </Button>
          ))}
        </fieldset>
      )}
    </form>
  );
};
