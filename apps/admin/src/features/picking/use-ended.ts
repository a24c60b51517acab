import type { ShortRest } from '@tradeline/domain/fulfilment';
import { toast } from '@tradeline/ui';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Ended } from './ended-frame.tsx';
import type { Order } from './pack-page.tsx';
import { shortReasonText } from './picking-words.ts';

/** Swapped as far as lots were named, or owed altogether; `rest`: what is to become of what is owed. */
export type EndedWay = { swap: boolean; rest: ShortRest };

/** Takes what has ended out of the box, as it was shown: a lot that somebody else took meanwhile is refused. */
export const useEnded = (order: Order, parts: readonly Ended[]) => {
  const { t } = useWords();
  const utils = trpc.useUtils();
  const clear = trpc.picking.clearEnded.useMutation({
    onSuccess: () => toast.success(t.fulfil_ended_done()),
    onSettled: () => Promise.all([utils.orders.invalidate(), utils.picking.invalidate()]),
  });
  return {
    error: clear.error,
    pending: clear.isPending,
    act: ({ swap, rest }: EndedWay, done: () => void) =>
      clear.mutate(
        {
          ...{ orderId: order.id, expectedVersion: order.version, rest, comment: shortReasonText.expired(t) },
          parts: parts.map(({ reservationId, lotId, take, units, left }) => ({
            ...{ reservationId, lotId, owe: swap ? left : units },
            take: swap ? take.map((lot) => ({ lotId: lot.lotId, quantity: lot.units })) : [],
          })),
        },
        { onSuccess: done },
      ),
  };
};
