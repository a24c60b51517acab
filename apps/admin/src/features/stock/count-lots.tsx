import { Button, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { lotText } from '../../lib/lot-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CountLine, CountView } from './count-page.tsx';
import { readUnits } from './lines-field.tsx';
import { LotFields, noLot, readLot, type TypedLot } from './lot-fields.tsx';

export type FoundLot = { code: string; expiresOn: string | null; typed: string };

/** The lots that should lie on a shelf, with what was counted of each; a lot that nobody expected is added. */
export const CountLots = ({
  count,
  shelf,
  value,
  onChange,
}: {
  count: CountView;
  shelf: CountLine;
  value: readonly FoundLot[];
  onChange: (lots: FoundLot[]) => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const [adding, setAdding] = useState<TypedLot>(noLot);
  const { data } = trpc.stock.lots.ofSku.useQuery({ skuId: shelf.skuId });
  const known = (data?.rows ?? []).filter((lot) => lot.warehouseId === count.warehouseId && lot.onHand > 0);
  const typedOf = (code: string) => value.find((lot) => lot.code === code)?.typed ?? '';
  const lots = [
    ...known.map((lot) => ({ code: lot.code, expiresOn: lot.expiresOn, book: lot.onHand as number | undefined })),
    ...value
      .filter(({ code }) => known.every((lot) => lot.code !== code))
      .map(({ code, expiresOn }) => ({ code, expiresOn, book: undefined })),
  ];
  const set = (code: string, expiresOn: string | null, typed: string) =>
    onChange([...value.filter((lot) => lot.code !== code), { code, expiresOn, typed }]);
  const named = readLot(adding, shelf.byLot);
  return (
    <div className="flex flex-col gap-3">
      {lots.map(({ code, expiresOn, book }, at) => (
        <TextField
          key={code}
          name={at === 0 ? 'units' : undefined}
          label={lotText({ code, expiresOn }, words)}
          hint={count.hidden || book === undefined ? undefined : `${t.stock_count_book()} ${quantity(book)}`}
          inputMode="numeric"
          enterKeyHint="next"
          autoComplete="off"
          value={typedOf(code)}
          error={typedOf(code) && readUnits(typedOf(code)) === undefined ? t.stock_needs_quantity() : undefined}
          onChange={(event) => set(code, expiresOn, event.target.value)}
        />
      ))}
      <div className="flex flex-wrap items-start gap-2">
        <LotFields goods={shelf} value={adding} tried={false} onChange={setAdding} />
        <Button
          disabledReason={named ? undefined : t.stock_lot_needs_code()}
          onPress={() => {
            if (!named) return;
            set(named.code, named.expiresOn, typedOf(named.code) || '0');
            setAdding(noLot);
          }}
        >
          {t.stock_lot_add()}
        </Button>
      </div>
    </div>
  );
};
