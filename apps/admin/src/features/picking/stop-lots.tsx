import { Notice, SelectField } from '@tradeline/ui';
import { lotText } from '../../lib/lot-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Stop } from './list-page.tsx';

type Offered = NonNullable<Stop['lots']>[number];
type Planned = Stop['take'][number];

/** Which lots to take at a stop: as the list plans it unless the picker says another, and what must stay where it lies. */
export const StopLots = ({
  lots,
  planned,
  value,
  onChange,
}: {
  lots: readonly Offered[];
  planned: readonly Planned[];
  /** A lot that the picker took instead; empty: by the rule. */
  value: string;
  onChange: (lotId: string) => void;
}) => {
  const words = useWords();
  const { t, quantity, list } = words;
  const old = lots.filter((lot) => lot.expired);
  const good = lots.filter((lot) => !lot.expired);
  const rule = planned.map((lot) => `${lotText(lot, words)} × ${quantity(lot.units)}`);
  return (
    <div className="flex flex-col gap-2">
      {good.length > 1 ? (
        <SelectField
          label={t.stock_lot_take()}
          value={value}
          onValueChange={onChange}
          options={[
            { value: '', label: t.stock_lot_by_rule({ lots: list(rule) }) },
            ...good.map((lot) => ({
              value: lot.lotId,
              label: `${lotText(lot, words)} · ${t.stock_lot_free({ units: quantity(lot.free) })}`,
            })),
          ]}
        />
      ) : (
        good.map((lot) => (
          <p key={lot.lotId}>
            <span className="block text-sm text-muted">{t.stock_lot()}</span>
            <span className="tabular text-md font-medium">{lotText(lot, words)}</span>
          </p>
        ))
      )}
      {old.length > 0 && (
        <Notice tone="danger">{t.stock_lot_do_not_take({ lots: list(old.map((lot) => lotText(lot, words))) })}</Notice>
      )}
    </div>
  );
};
