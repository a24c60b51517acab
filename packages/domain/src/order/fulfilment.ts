import type { Transitions } from './machine.ts';

export const shipmentStates = ['shipped', 'in-transit', 'delivered', 'lost'] as const;
export type ShipmentState = (typeof shipmentStates)[number];

const deliver = {
  to: 'delivered',
  by: ['carrier', 'warehouse', 'customer', 'system'],
  guards: ['version'],
  effects: ['record-receipt', 'set-invoice-due', 'grant-pending-points'],
} as const;
const lose = {
  to: 'lost',
  by: ['reviewer', 'administrator'],
  comment: true,
  guards: ['version'],
  effects: ['claim-carrier'],
} as const;

/** One parcel or truck load. A lost one gives its units back to the order as owed, to be sent again or closed. */
export const fulfilment = {
  shipped: {
    scan: { to: 'in-transit', by: ['carrier', 'warehouse', 'system'], effects: ['record-tracking'] },
    deliver,
    lose,
  },
  'in-transit': {
    scan: { to: 'in-transit', by: ['carrier', 'warehouse', 'system'], effects: ['record-tracking'] },
    deliver,
    lose,
  },
  delivered: {},
  lost: {},
} as const satisfies Transitions<ShipmentState>;
