import { toast } from '@tradeline/ui';
import { useMemo, useRef } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useAddMany } from '../../lib/use-add-many.ts';
import { useWords } from '../../lib/words.ts';
import { useKept } from './kept.ts';
import {
  linesOf,
  orderedLines,
  type PadGoods,
  type PadLine,
  type PadWords,
  stateOf,
  suggestedLines,
  wantedOf,
} from './pad-lines.ts';

type Problem = Parameters<typeof problemText>[0];
type Pad = { lines: PadLine[]; words: PadWords[]; goods: PadGoods[] };
const EMPTY: Pad = { lines: [], words: [], goods: [] };

/** The lines an order is made of before it goes into the cart, however they came in. */
export const useOrderPad = () => {
  const words = useWords();
  const [pad, setPad] = useKept<Pad>('order-pad', EMPTY);
  const utils = trpc.useUtils();
  const read = trpc.orderEntry.read.useMutation();
  const again = trpc.orderEntry.goods.useMutation();
  const { addMany, pending: adding } = useAddMany();
  const readings = useRef(0);
  const goods = useMemo(() => new Map(pad.goods.map((each) => [each.id, each])), [pad.goods]);
  const states = useMemo(() => pad.lines.map((line) => ({ line, now: stateOf(line, goods) })), [pad.lines, goods]);
  const change = (key: string, next: Partial<PadLine>) =>
    setPad((old) => ({ ...old, lines: old.lines.map((line) => (line.key === key ? { ...line, ...next } : line)) }));

  /** Puts lines behind those that are there. */
  const put = (lines: readonly PadLine[], fresh: readonly PadGoods[], unread: readonly PadWords[] = []) =>
    setPad((old) => ({
      lines: [...old.lines, ...lines],
      words: [...old.words, ...unread],
      goods: [...new Map([...old.goods, ...fresh].map((each) => [each.id, each])).values()],
    }));
  const keyStart = () => `${Date.now()}.${readings.current++}`;
  const failed = (error: unknown): undefined => {
    toast.error(problemText(error as Problem, words));
  };

  /** Reads a text and puts what it asks for on the pad; answers the new lines. */
  const take = async (text: string, fix: Partial<PadLine> = {}): Promise<PadLine[] | undefined> => {
    try {
      const answer = await read.mutateAsync({ text });
      const fresh = linesOf(answer, keyStart());
      const lines = fresh.lines.map((line) => ({ ...line, ...fix }));
      put(lines, answer.goods, fresh.words);
      return lines;
    } catch (error) {
      return failed(error);
    }
  };

  const suggest = async () => {
    try {
      const answer = await utils.orderEntry.suggest.fetch(undefined, { staleTime: 0 });
      const lines = suggestedLines(answer, keyStart());
      put(lines, answer.goods);
      return { ...answer, lines };
    } catch (error) {
      return failed(error);
    }
  };

  /** Puts a past order's goods on the pad as they stand today. */
  const takeOrder = async (orderId: string): Promise<void> => {
    try {
      const order = await utils.orders.get.fetch({ id: orderId });
      const lines = order.lines.filter((line) => !line.isGift);
      const goodsNow = await again.mutateAsync({ skuIds: lines.map(({ skuId }) => skuId) });
      put(orderedLines(lines, goodsNow, keyStart()), goodsNow);
    } catch (error) {
      failed(error);
    }
  };

  /** Reads one line again, in other words. */
  const readAgain = async (key: string, text: string) => {
    const at = pad.lines.findIndex((line) => line.key === key);
    const lines = await take(text);
    if (!lines?.length || at < 0) return;
    const keys = new Set(lines.map((line) => line.key));
    setPad((old) => {
      const others = old.lines.filter((line) => !keys.has(line.key));
      return { ...old, lines: others.flatMap((line) => (line.key === key ? lines : [line])) };
    });
  };

  const wanted = wantedOf(pad.lines, goods);
  const add = () => {
    const before = pad.lines;
    addMany(wanted, {
      nameOf: (skuId) => goods.get(skuId)?.itemNumber ?? '',
      onAdded: (skuIds) => {
        const gone = new Set(skuIds);
        setPad((old) => ({
          ...old,
          lines: old.lines.filter((line) => {
            const now = stateOf(line, goods);
            return !(now.state === 'ready' && gone.has(now.goods.id));
          }),
        }));
      },
      onUndone: () => setPad((old) => ({ ...old, lines: before })),
    });
  };
  return {
    states,
    words: pad.words,
    goods,
    wanted,
    reading: read.isPending,
    adding,
    take,
    again: readAgain,
    suggest,
    takeOrder,
    change,
    add,
    forgetWords: () => setPad((old) => ({ ...old, words: [] })),
    clear: () => {
      const before = pad;
      setPad(() => EMPTY);
      toast(words.t.pad_cleared(), { action: { label: words.t.undo(), onClick: () => setPad(() => before) } });
    },
  };
};
export type OrderPad = ReturnType<typeof useOrderPad>;
