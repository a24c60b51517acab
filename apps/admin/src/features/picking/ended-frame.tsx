import { Notice } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotText } from '../../lib/lot-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './pack-page.tsx';

export type Ended = Outputs['picking']['ended'][number];

/** What lies in the order's box and may not leave any more. */
export const EndedFrame = ({ parts, children }: { parts: readonly Ended[]; children: ReactNode }) => {
  const words = useWords();
  const { t, quantity, list } = words;
  const nameOf = useGoodsName();
  const say = useBilingual();
  const units = parts.reduce((sum, part) => sum + part.units, 0);
  return (
    <Notice tone="danger" live title={t.fulfil_ended_title({ units: quantity(units) })}>
      <ul className="flex flex-col gap-2 py-1.5">
        {parts.map((part) => {
          const place = part.bin && t.fulfil_ended_bin({ bin: part.bin });
          const lots = list(part.take.map((lot) => `${lotText(lot, words)} × ${quantity(lot.units, say(part.unit))}`));
          return (
            <li key={`${part.reservationId} ${part.lotId}`}>
              <span className="block font-medium">
                <span className="tabular">{part.itemNumber}</span> {nameOf(part)}
              </span>
              <span className="tabular block">
                {t.fulfil_ended_lot({ lot: lotText(part, words), units: quantity(part.units, say(part.unit)) })}
              </span>
              {lots && (
                <span className="tabular block">
                  {[t.fulfil_ended_take({ lots }), place].filter(Boolean).join(' · ')}
                </span>
              )}
              {part.left > 0 && (
                <span className="block">{t.fulfil_ended_left({ units: quantity(part.left, say(part.unit)) })}</span>
              )}
            </li>
          );
        })}
      </ul>
      {children}
    </Notice>
  );
};

/** Asked only of an order of which something lies picked. */
export const useEndedParts = (order: Order): readonly Ended[] => {
  const { data } = trpc.picking.ended.useQuery(
    { orderId: order.id },
    { enabled: order.held.some(({ picked }) => picked > 0) },
  );
  return data ?? [];
};
