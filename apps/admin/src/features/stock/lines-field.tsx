import { EmptyState, IconButton, TextField } from '@tradeline/ui';
import { Trash2 } from 'lucide-react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useText } from '../../lib/i18n.tsx';
import { GoodsField, type StockGoods } from './goods-field.tsx';
import { LotFields, noLot, readLot, type TypedLot } from './lot-fields.tsx';

export type Line = { goods: StockGoods; typed: string; lot?: TypedLot };

/** A whole number as it is typed, in any width, with a sign where one may stand; undefined for anything else. */
export const readUnits = (typed: string, signed = false): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-');
  return (signed ? /^[+-]?\d{1,8}$/ : /^\d{1,8}$/).test(plain) ? Number(plain) : undefined;
};

/** Goods with a quantity each, each SKU once. */
export const LinesField = ({
  lines,
  onChange,
  signed = false,
  tried,
  warehouseId,
  withQuantity = true,
  withLot = false,
}: {
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
  signed?: boolean;
  /** Somebody pressed the button: what is wrong is told now. */
  tried: boolean;
  warehouseId?: string | undefined;
  /** Goods only. */
  withQuantity?: boolean;
  /** Of goods kept by lot, which. */
  withLot?: boolean;
}) => {
  const t = useText();
  return (
    <div className="flex flex-col gap-3">
      <GoodsField
        warehouseId={warehouseId}
        onChoose={(goods) => {
          if (lines.every((line) => line.goods.skuId !== goods.skuId)) onChange([...lines, { goods, typed: '' }]);
        }}
      />
      {lines.length === 0 ? (
        <EmptyState className="py-6" title={tried ? t.stock_needs_goods() : t.stock_none_yet()} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {lines.map(({ goods, typed, lot = noLot }, at) => (
            <li key={goods.skuId} className="flex flex-wrap items-center justify-end gap-2 py-2">
              <span className="min-w-0 flex-1 basis-48">
                <GoodsCell goods={goods} />
              </span>
              {withLot && goods.byLot !== 'none' && (
                <LotFields
                  goods={goods}
                  value={lot}
                  tried={tried}
                  onChange={(next) =>
                    onChange(lines.map((line, index) => (index === at ? { ...line, lot: next } : line)))
                  }
                />
              )}
              {withQuantity && (
                <TextField
                  className="w-24 shrink-0"
                  hiddenLabel
                  label={t.stock_quantity_of({ item: goods.itemNumber })}
                  inputMode={signed ? 'text' : 'numeric'}
                  placeholder={t.stock_quantity()}
                  autoComplete="off"
                  value={typed}
                  error={tried && !readUnits(typed, signed) ? t.stock_needs_quantity() : undefined}
                  onChange={({ target: { value } }) =>
                    onChange(lines.map((line, index) => (index === at ? { ...line, typed: value } : line)))
                  }
                />
              )}
              <IconButton
                plain
                label={t.stock_remove_goods({ item: goods.itemNumber })}
                icon={<Trash2 aria-hidden />}
                onPress={() => onChange(lines.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The lines as they are sent; undefined while one of them does not read as a quantity. */
export const readLines = (
  lines: readonly Line[],
  signed = false,
): { skuId: string; quantity: number }[] | undefined => {
  const read = lines.flatMap(({ goods, typed }) => {
    const quantity = readUnits(typed, signed);
    return quantity ? [{ skuId: goods.skuId, quantity }] : [];
  });
  return read.length === lines.length && lines.length > 0 ? read : undefined;
};

/** The lines with the lot of each that is kept by lot; undefined while one of them is not named. */
export const readLotLines = (lines: readonly Line[], signed = false) => {
  const read = readLines(lines, signed);
  const each = read?.map(({ skuId, quantity }) => {
    const { goods, lot = noLot } = lines.find((line) => line.goods.skuId === skuId)!;
    if (goods.byLot === 'none') return { skuId, quantity };
    const named = readLot(lot, goods.byLot);
    return named && { skuId, quantity, lots: [{ ...named, quantity: Math.abs(quantity) }] };
  });
  return each?.every((line) => line !== undefined) ? each : undefined;
};
