import { TextField } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import type { StockGoods } from './goods-field.tsx';

/** A lot while it is typed. */
export type TypedLot = { code: string; expiresOn: string };
export const noLot: TypedLot = { code: '', expiresOn: '' };

/** What is sent of a typed lot; undefined while something is missing. */
export const readLot = (
  { code, expiresOn }: TypedLot,
  tracking: StockGoods['byLot'],
): { code: string; expiresOn: string | null } | undefined => {
  if (!code.trim()) return undefined;
  return { code: code.trim(), expiresOn: tracking === 'lot-expiry' && expiresOn ? expiresOn : null };
};

/** Which lot goods are of, and until when it keeps where that is noted. A lot that is known already need not be dated again. */
export const LotFields = ({
  goods,
  value,
  tried,
  onChange,
}: {
  goods: Pick<StockGoods, 'itemNumber' | 'byLot'>;
  value: TypedLot;
  tried: boolean;
  onChange: (lot: TypedLot) => void;
}) => {
  const t = useText();
  return (
    <span className="flex flex-wrap items-start gap-2">
      <TextField
        className="w-36"
        hiddenLabel
        label={t.stock_lot_code_of({ item: goods.itemNumber })}
        placeholder={t.stock_lot_code()}
        autoComplete="off"
        maxLength={60}
        value={value.code}
        error={tried && !value.code.trim() ? t.stock_lot_needs_code() : undefined}
        onChange={(event) => onChange({ ...value, code: event.target.value })}
      />
      {goods.byLot === 'lot-expiry' && (
        <TextField
          className="w-40"
          type="date"
          hiddenLabel
          label={t.stock_lot_expiry_of({ item: goods.itemNumber })}
          value={value.expiresOn}
          onChange={(event) => onChange({ ...value, expiresOn: event.target.value })}
        />
      )}
    </span>
  );
};
