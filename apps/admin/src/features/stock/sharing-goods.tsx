import { IconButton, Segmented } from '@tradeline/ui';
import { Trash2 } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import { GoodsField } from './goods-field.tsx';
import type { SharingTyped } from './sharing-form.ts';

/** For which goods a rule is: all of the warehouse, or those that are chosen. */
export const SharingGoods = ({
  typed: { scope, goods },
  tried,
  onChange,
}: {
  typed: Pick<SharingTyped, 'scope' | 'goods'>;
  tried: boolean;
  onChange: (next: Partial<SharingTyped>) => void;
}) => {
  const { t } = useWords();
  const say = useBilingual();
  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium">{t.stock_sharing_goods()}</span>
      <Segmented
        label={t.stock_sharing_goods()}
        value={scope}
        onValueChange={(next) => onChange({ scope: next })}
        segments={[
          { value: 'some', label: t.stock_sharing_goods_some() },
          { value: 'all', label: t.stock_sharing_goods_all() },
        ]}
      />
      {scope === 'some' && (
        <>
          <GoodsField
            onChoose={({ skuId, itemNumber, name }) => {
              if (goods.every((one) => one.skuId !== skuId))
                onChange({ goods: [...goods, { skuId, itemNumber, name }] });
            }}
          />
          {tried && goods.length === 0 && <p className="text-sm text-danger">{t.stock_needs_goods()}</p>}
          <ul className="divide-y divide-line">
            {goods.map(({ skuId, itemNumber, name }) => (
              <li key={skuId} className="flex items-center justify-between gap-2 py-0.5">
                <span className="min-w-0 truncate text-sm">
                  <span className="tabular font-medium">{itemNumber}</span> {say(name)}
                </span>
                <IconButton
                  plain
                  label={t.stock_remove_goods({ item: itemNumber })}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => onChange({ goods: goods.filter((one) => one.skuId !== skuId) })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
