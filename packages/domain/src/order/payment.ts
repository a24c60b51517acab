import type { Transitions } from './machine.ts';

export const paymentStates = ['started', 'unknown', 'authorized', 'captured', 'failed', 'voided'] as const;
export type PaymentState = (typeof paymentStates)[number];

const authorize = { to: 'authorized', by: ['system'], effects: [] } as const;
const capture = {
  to: 'captured',
  by: ['system', 'reviewer', 'administrator'],
  guards: ['captured-amount'],
  effects: ['post-payment', 'issue-receipt', 'refund-payment'],
} as const;
const fail = { to: 'failed', by: ['system'] } as const;
const voided = { to: 'voided', by: ['system', 'reviewer', 'administrator'] } as const;

/**
 * One attempt to collect money. An answer that never came is `unknown` and stays so until asked: a timeout proves nothing.
 * Money that arrives after we gave up is captured all the same; what the order does not owe is then refunded.
 */
export const payment = {
  started: {
    'authorize-payment': authorize,
    'capture-payment': capture,
    'fail-payment': fail,
    'lose-answer': { to: 'unknown', by: ['system'], effects: ['query-payment'] },
    'void-payment': voided,
  },
  unknown: { 'authorize-payment': authorize, 'capture-payment': capture, 'fail-payment': fail },
  authorized: { 'capture-payment': capture, 'fail-payment': fail, 'void-payment': voided },
  captured: {
    'refund-payment': {
      to: 'captured',
      by: ['system', 'reviewer', 'administrator'],
      guards: ['refund-covered'],
      effects: ['issue-refund-receipt'],
    },
  },
  failed: { 'capture-payment': capture },
  voided: { 'capture-payment': capture },
} as const satisfies Transitions<PaymentState>;
