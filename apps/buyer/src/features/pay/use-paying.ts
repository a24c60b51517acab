import { useEffect, useRef, useState } from 'react';
import { refusalOf } from '../../lib/problem.ts';
import { trpc } from '../../lib/trpc.ts';
import type { Check } from './pay-form.tsx';
import type { Channel } from './pay-words.ts';
import { rememberPaying } from './paying-order.ts';
import { type BridgeAnswer, insideWechat, payByBridge } from './wechat-bridge.ts';

type Part = 'required' | 'all';
/** What WeChat's page has sent this browser back with, and how much was to be paid. */
export type Arrival = { code: string; state: string; part: Part };

/** A finger pays on this very device; a mouse sits at a desk where a phone scans the screen. */
export const screenNow = (): 'desk' | 'phone' | 'wechat' => {
  if (insideWechat()) return 'wechat';
  return globalThis.matchMedia?.('(pointer: coarse)').matches ? 'phone' : 'desk';
};

/**
 * Begins a payment and leads the payer on: to a code on this screen, to the gateway's page, or, inside WeChat, to the
 * window over this page; there WeChat is asked first who pays, which brings the browser back here once.
 */
export const usePaying = (orderId: string, check: Check, arrival: Arrival | undefined, onTaken: () => void) => {
  const utils = trpc.useUtils();
  const [said, setSaid] = useState<Exclude<BridgeAnswer, 'ok'>>();
  const askPayer = trpc.payments.askPayer.useMutation({
    onSuccess: ({ address }) => window.location.assign(address),
  });
  const start = trpc.payments.start.useMutation({
    onSuccess: async ({ invitation }) => {
      rememberPaying(orderId);
      if (invitation.kind === 'address') window.location.assign(invitation.address);
      if (invitation.kind !== 'bridge') return;
      const answer = await payByBridge(invitation.request);
      if (answer !== 'ok') setSaid(answer);
      check.mutate({ orderId });
    },
    onError: (error, { part = 'required' }) => {
      if (refusalOf(error)?.kind === 'payer-unknown') askPayer.mutate({ orderId, channel: 'wechat', part });
    },
    onSettled: () => utils.payments.get.invalidate({ orderId }),
  });
  const begin = (channel: Channel, part: Part): void => {
    setSaid(undefined);
    start.mutate({ orderId, channel, part, screen: screenNow() });
  };
  const knowPayer = trpc.payments.knowPayer.useMutation({
    onSuccess: () => arrival && begin('wechat', arrival.part),
    onSettled: onTaken,
  });
  const taken = useRef(false);
  useEffect(() => {
    if (!arrival || taken.current) return;
    taken.current = true;
    knowPayer.mutate({ channel: 'wechat', code: arrival.code, state: arrival.state });
  });
  const isAsking = refusalOf(start.error)?.kind === 'payer-unknown';
  return {
    begin,
    /** Somebody is being waited for: us, or the person before WeChat's window. */
    isPending: start.isPending || askPayer.isPending || knowPayer.isPending,
    error: askPayer.error ?? (isAsking ? null : start.error) ?? (start.isSuccess ? null : knowPayer.error),
    said,
  };
};
