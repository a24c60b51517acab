import { useEffect, useRef } from 'react';
import type { OrderPad } from './use-order-pad.ts';

/**
 * Puts a past order's goods on the pad, once: a price that changed, less stock, a rule or a withdrawal shows on its line
 * before anything is ordered.
 */
export const usePastOrder = ({ takeOrder }: OrderPad, orderId: string | undefined, onTaken: () => void): void => {
  const taken = useRef<string>(undefined);
  useEffect(() => {
    if (orderId === undefined || taken.current === orderId) return;
    taken.current = orderId;
    void takeOrder(orderId).then(onTaken);
  });
};
