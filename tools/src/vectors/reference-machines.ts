/** Successor states of other systems' published machines, as data to compare a table with. */
export const referenceMachines: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // vendure-ecommerce/vendure, packages/core/src/config/order/default-order-process.ts
  vendure: {
    Created: ['AddingItems', 'Draft'],
    Draft: ['ArrangingPayment', 'Cancelled'],
    AddingItems: ['ArrangingPayment', 'Cancelled'],
    ArrangingPayment: ['AddingItems', 'Cancelled', 'PaymentAuthorized', 'PaymentSettled'],
    PaymentAuthorized: ['ArrangingAdditionalPayment', 'Cancelled', 'Modifying', 'PaymentSettled'],
    PaymentSettled: [
      'ArrangingAdditionalPayment',
      'Cancelled',
      'Delivered',
      'Modifying',
      'PartiallyDelivered',
      'PartiallyShipped',
      'Shipped',
    ],
    PartiallyShipped: ['Cancelled', 'Modifying', 'PartiallyDelivered', 'Shipped'],
    Shipped: ['Cancelled', 'Delivered', 'Modifying', 'PartiallyDelivered'],
    PartiallyDelivered: ['Cancelled', 'Delivered', 'Modifying'],
    Delivered: ['Cancelled'],
    Modifying: [
      'ArrangingAdditionalPayment',
      'PartiallyDelivered',
      'PartiallyShipped',
      'PaymentAuthorized',
      'PaymentSettled',
      'Shipped',
    ],
    ArrangingAdditionalPayment: [
      'Cancelled',
      'PartiallyDelivered',
      'PartiallyShipped',
      'PaymentAuthorized',
      'PaymentSettled',
      'Shipped',
    ],
    Cancelled: [],
  },
  // …/payment/default-payment-process.ts
  'vendure-payment': {
    Created: ['Authorized', 'Cancelled', 'Declined', 'Error', 'Settled'],
    Authorized: ['Cancelled', 'Error', 'Settled'],
    Settled: ['Cancelled'],
    Declined: ['Cancelled'],
    Error: ['Cancelled'],
    Cancelled: [],
  },
  // …/refund/default-refund-process.ts
  'vendure-refund': { Pending: ['Failed', 'Settled'], Settled: [], Failed: [] },
  // …/fulfillment/default-fulfillment-process.ts
  'vendure-fulfillment': {
    Created: ['Pending'],
    Pending: ['Cancelled', 'Delivered', 'Shipped'],
    Shipped: ['Cancelled', 'Delivered'],
    Delivered: ['Cancelled'],
    Cancelled: [],
  },
};
