import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Order = Outputs['orders']['get'];
export type Goods = Outputs['orders']['previewEdit']['goods'][number];
/** A line while it is changed; 0: taken out, and can be put back. */
export type EditLine = { skuId: string; before: number; quantity: number | undefined; goods?: Goods | undefined };

const WAIT_MS = 250;

/** An order while somebody changes it: the lines as typed, and what the server says they come to. */
export const useEdit = (order: Order) => {
  // What was on the screen when he began: a change by somebody else is told, never overwritten.
  const [version] = useState(order.version);
  const [lines, setLines] = useState<readonly EditLine[]>(() =>
    order.lines.filter(({ isGift }) => !isGift).map(({ skuId, quantity }) => ({ skuId, before: quantity, quantity })),
  );
  const wished = JSON.stringify(lines.flatMap(({ skuId, quantity }) => (quantity ? [{ skuId, quantity }] : [])));
  const [asked, setAsked] = useState(wished);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wished), WAIT_MS);
    return () => clearTimeout(timer);
  }, [wished]);
  const { orders } = trpc.useUtils().client;
  const empty = asked === '[]';
  const preview = useQuery({
    queryKey: ['order-edit', order.id, order.version, asked],
    queryFn: () => orders.previewEdit.mutate({ id: order.id, lines: JSON.parse(asked) as [] }),
    enabled: !empty,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 0,
    retry: false,
  });
  const goods = new Map(preview.data?.goods.map((each) => [each.id as string, each]));
  return {
    version,
    moved: order.version !== version,
    lines,
    empty: wished === '[]',
    preview: preview.data,
    error: preview.error,
    settled: wished === asked && preview.data !== undefined && !preview.isPlaceholderData && !preview.isFetching,
    wish: () => JSON.parse(wished) as { skuId: string; quantity: number }[],
    goodsOf: (line: EditLine): Goods | undefined => goods.get(line.skuId) ?? line.goods,
    set: (skuId: string, quantity: number | undefined) =>
      setLines((old) => old.map((line) => (line.skuId === skuId ? { ...line, quantity } : line))),
    add: (skuId: string, quantity: number) =>
      setLines((old) =>
        old.some((line) => line.skuId === skuId)
          ? old.map((line) => (line.skuId === skuId && !line.quantity ? { ...line, quantity } : line))
          : [...old, { skuId, before: 0, quantity }],
      ),
  };
};
export type Edit = ReturnType<typeof useEdit>;
