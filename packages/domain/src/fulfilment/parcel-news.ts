import type { ShipmentState } from '../order/index.ts';

/** What a carrier says of a parcel (物流动态), in one vocabulary for all carriers. */
export const parcelNewsKinds = [
  'accepted',
  'in-transit',
  'out-for-delivery',
  'delivered',
  'problem',
  'returning',
  'returned',
] as const;
export type ParcelNewsKind = (typeof parcelNewsKinds)[number];

/** The step that news of a parcel makes the order take, if any. Said again, or said late, it makes none: a parcel never goes back. */
export const stepOfNews = (state: ShipmentState, kinds: readonly ParcelNewsKind[]): 'scan' | 'deliver' | undefined => {
  if (state === 'delivered' || state === 'lost') return undefined;
  if (kinds.includes('delivered')) return 'deliver';
  return state === 'shipped' && kinds.length > 0 ? 'scan' : undefined;
};
