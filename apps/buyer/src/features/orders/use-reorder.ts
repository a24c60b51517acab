import { useNavigate } from '@tanstack/react-router';
import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { refusalOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** Adds an order's goods to the cart again. What has been withdrawn since is left out and named, never silently. */
export const useReorder = (order: Order) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const { mutateAsync } = trpc.cart.change.useMutation();
  const [pending, setPending] = useState(false);

  const addAll = async () => {
    let lines = order.lines.filter((line) => !line.isGift);
    const gone: string[] = [];
    while (lines.length > 0) {
      try {
        const wanted = lines.map(({ skuId, quantity }) => ({ skuId, quantity }));
        utils.cart.get.setData(undefined, await mutateAsync({ mode: 'add', lines: wanted }));
        toast.success(t.order_reorder_done({ count: lines.length }), {
          description: gone.length > 0 ? t.order_reorder_skipped({ items: words.list(gone) }) : undefined,
          action: { label: t.goods_view_cart(), onClick: () => void navigate({ to: '/cart' }) },
        });
        return;
      } catch (error) {
        const refusal = refusalOf(error);
        const missing =
          refusal?.kind === 'sku-withdrawn' || refusal?.kind === 'sku-not-found' ? refusal.skuId : undefined;
        const line = lines.find(({ skuId }) => skuId === missing);
        if (!line) return toast.error(problemText(error, words));
        gone.push(line.itemNumber);
        lines = lines.filter((each) => each !== line);
      }
    }
    toast.error(t.order_reorder_none());
  };
  return {
    pending,
    reorder: () => {
      setPending(true);
      void addAll().finally(() => setPending(false));
    },
  };
};
