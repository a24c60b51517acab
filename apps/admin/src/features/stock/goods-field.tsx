import { Combobox } from '@tradeline/ui';
import { useState } from 'react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useText } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type StockGoods = Pick<
  Outputs['stock']['list']['rows'][number],
  'skuId' | 'itemNumber' | 'name' | 'axes' | 'options' | 'picture' | 'byLot'
>;

/** Finds goods by number, barcode or name and hands over the one that is chosen; then it is empty again. */
export const GoodsField = ({
  warehouseId,
  label,
  onChoose,
}: {
  warehouseId?: string | undefined;
  /** Of goods that are looked at instead of added. */
  label?: string;
  onChoose: (goods: StockGoods) => void;
}) => {
  const t = useText();
  const nameOf = useGoodsName();
  const [text, setText] = useState('');
  const [turn, setTurn] = useState(0);
  const found = trpc.stock.list.useQuery(
    { text: text || undefined, warehouseId, sort: 'number', page: 1, size: 20 },
    { staleTime: 30_000, placeholderData: (old) => old },
  );
  const rows = found.data?.rows ?? [];
  return (
    <Combobox
      key={turn}
      label={label ?? t.stock_add_goods()}
      placeholder={t.stock_search()}
      value={undefined}
      onQuery={setText}
      onValueChange={(id) => {
        const goods = rows.find(({ skuId }) => skuId === id);
        if (!goods) return;
        onChoose(goods);
        setText('');
        setTurn(turn + 1);
      }}
      options={rows.map((row) => ({ value: row.skuId, label: nameOf(row), detail: row.itemNumber }))}
    />
  );
};
