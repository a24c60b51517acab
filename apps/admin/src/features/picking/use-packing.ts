import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './pack-page.tsx';
import { type Draft, emptyDraft, gramsOf, type Ready, sidesOf } from './pack-parcels.ts';

const LAST = 'tradeline.carrier';
const sum = (units: Draft['units']): number => Object.values(units).reduce<number>((all, one) => all + (one ?? 0), 0);

/** Parcels being packed: all that was picked lies in the first, until somebody opens another. */
export const usePacking = (order: Order, ready: readonly Ready[]) => {
  const { t } = useWords();
  const utils = trpc.useUtils();
  const [placeId, setPlaceId] = useState(ready[0]?.warehouseId);
  const place = ready.find(({ warehouseId }) => warehouseId === placeId) ?? ready[0];
  const begin = (at: Ready | undefined): Draft[] => [
    emptyDraft(
      order.shipments.at(-1)?.carrier || localStorage.getItem(LAST) || '',
      Object.fromEntries((at?.lines ?? []).map(({ lineId, picked }) => [lineId, picked])),
    ),
  ];
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => begin(place));
  const [tried, setTried] = useState(false);
  const pack = trpc.picking.pack.useMutation({
    onSuccess: () => toast.success(t.fulfil_sent({ number: order.number })),
    onSettled: () => Promise.all([utils.orders.invalidate(), utils.picking.invalidate()]),
  });
  const byLine = Object.fromEntries(
    (place?.lines ?? []).map(({ lineId, units }) => [
      lineId,
      units - drafts.reduce((packed, draft) => packed + (draft.units[lineId] ?? 0), 0),
    ]),
  );
  const packed = drafts.reduce((all, draft) => all + sum(draft.units), 0);
  const wrong = drafts.some((draft) => !draft.carrier.trim())
    ? t.ship_carrier_required()
    : drafts.some((draft) => gramsOf(draft.weight) === undefined || sidesOf(draft.size) === undefined)
      ? t.fulfil_pack_measures()
      : Object.values(byLine).some((left) => left < 0)
        ? t.fulfil_pack_over()
        : drafts.some((draft) => sum(draft.units) === 0)
          ? t.fulfil_pack_empty()
          : undefined;
  const send = () => {
    setTried(true);
    if (wrong || !place) return;
    localStorage.setItem(LAST, drafts[0]?.carrier.trim() ?? '');
    pack.mutate({
      orderId: order.id,
      expectedVersion: order.version,
      warehouseId: place.warehouseId,
      parcels: drafts.map((draft) => {
        const [lengthMm, widthMm, heightMm] = sidesOf(draft.size) ?? [null, null, null];
        return {
          carrier: draft.carrier.trim(),
          trackingNumber: draft.tracking.trim() || null,
          weightG: gramsOf(draft.weight) ?? null,
          lengthMm,
          widthMm,
          heightMm,
          lines: Object.entries(draft.units).flatMap(([lineId, units]) => (units ? [{ lineId, quantity: units }] : [])),
        };
      }),
    });
  };
  return {
    place,
    drafts,
    tried,
    packed,
    wrong,
    left: { byLine, total: Object.values(byLine).reduce((all, one) => all + Math.max(0, one), 0) },
    error: pack.error,
    pending: pack.isPending,
    send,
    add: () => setDrafts([...drafts, emptyDraft(drafts.at(-1)?.carrier ?? '')]),
    remove: (key: string) => setDrafts(drafts.filter((draft) => draft.key !== key)),
    change: (key: string, next: Partial<Draft>) =>
      setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...next } : draft))),
    choosePlace: (id: string) => {
      setPlaceId(id);
      setDrafts(begin(ready.find(({ warehouseId }) => warehouseId === id)));
    },
  };
};
