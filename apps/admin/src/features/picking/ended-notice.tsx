import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Notice } from '@tradeline/ui';
import { Check, PackageX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useText } from '../../lib/i18n.tsx';
import { lotText } from '../../lib/lot-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { EndedDialog } from './ended-dialog.tsx';
import type { Order } from './pack-page.tsx';
import { type EndedWay, useEnded } from './use-ended.ts';

type Ended = Outputs['picking']['ended'][number];

/** What lies in the order's box and may not leave any more. */
const EndedFrame = ({ parts, children }: { parts: readonly Ended[]; children: ReactNode }) => {
  const words = useWords();
  const { t, quantity, list } = words;
  const nameOf = useGoodsName();
  const units = parts.reduce((sum, part) => sum + part.units, 0);
  return (
    <Notice tone="danger" live title={t.fulfil_ended_title({ units: quantity(units) })}>
      <ul className="flex flex-col gap-2 py-1.5">
        {parts.map((part) => {
          const place = part.bin && t.fulfil_ended_bin({ bin: part.bin });
          const lots = list(part.take.map((lot) => `${lotText(lot, words)} × ${quantity(lot.units)}`));
          return (
            <li key={`${part.reservationId} ${part.lotId}`}>
              <span className="block font-medium">
                <span className="tabular">{part.itemNumber}</span> {nameOf(part)}
              </span>
              <span className="tabular block">
                {t.fulfil_ended_lot({ lot: lotText(part, words), units: quantity(part.units) })}
              </span>
              {lots && (
                <span className="tabular block">
                  {[t.fulfil_ended_take({ lots }), place].filter(Boolean).join(' · ')}
                </span>
              )}
              {part.left > 0 && <span className="block">{t.fulfil_ended_left({ units: quantity(part.left) })}</span>}
            </li>
          );
        })}
      </ul>
      {children}
    </Notice>
  );
};

const useParts = (order: Order): readonly Ended[] => {
  const { data } = trpc.picking.ended.useQuery(
    { orderId: order.id },
    { enabled: order.held.some(({ picked }) => picked > 0) },
  );
  return data ?? [];
};

/** Beside the order: why it cannot leave as it is packed, and where that is put right. */
export const EndedHint = ({ order }: { order: Order }) => {
  const t = useText();
  const mayPick = useMay('order.pick');
  const parts = useParts(order);
  if (parts.length === 0) return null;
  return (
    <EndedFrame parts={parts}>
      {mayPick && (
        <Link to="/picking/pack/$orderId" params={{ orderId: order.id }} className={buttonClass({ size: 'sm' })}>
          {t.fulfil_ended_pack()}
        </Link>
      )}
    </EndedFrame>
  );
};

/** At the packing table: the lots to put in instead and their bin, or the units are taken out and owed. */
export const EndedNotice = ({ order }: { order: Order }) => {
  const parts = useParts(order);
  return parts.length > 0 && <Acting order={order} parts={parts} />;
};

const Acting = ({ order, parts }: { order: Order; parts: readonly Ended[] }) => {
  const words = useWords();
  const { t, quantity } = words;
  const [owing, setOwing] = useState(false);
  const clear = useEnded(order, parts);
  const swapped = parts.reduce((sum, part) => sum + part.units - part.left, 0);
  const left = parts.reduce((sum, part) => sum + part.left, 0);
  const problem = clear.error ? problemText(clear.error, words) : undefined;
  const act = (way: EndedWay) => clear.act(way, () => setOwing(false));
  return (
    <EndedFrame parts={parts}>
      {problem && <p className="pb-1.5 font-medium">{problem}</p>}
      <div className="flex flex-wrap gap-2">
        {swapped > 0 && (
          <Button look="primary" pending={clear.pending && !owing} onPress={() => act({ swap: true, rest: 'owe' })}>
            <Check aria-hidden />
            {left > 0
              ? t.fulfil_ended_swap_rest({ units: quantity(swapped), left: quantity(left) })
              : t.fulfil_ended_swap({ units: quantity(swapped) })}
          </Button>
        )}
        <Button onPress={() => setOwing(true)}>
          <PackageX aria-hidden />
          {t.fulfil_ended_owe()}
        </Button>
      </div>
      {owing && (
        <EndedDialog
          units={swapped + left}
          problem={problem}
          pending={clear.pending}
          onClose={() => setOwing(false)}
          onOwe={(rest) => act({ swap: false, rest })}
        />
      )}
    </EndedFrame>
  );
};
