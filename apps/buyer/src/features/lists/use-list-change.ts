import { toast } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { List } from './list-page.tsx';

type Item = List['items'][number];

/** Changes of a list that show at once; the server's word stands when it comes. What is taken off can be put back. */
export const useListChange = (id: string) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const show = (items: (now: Item[]) => Item[]) =>
    utils.lists.get.setData({ id }, (list) => list && { ...list, items: items(list.items) });
  const settled = () => {
    void utils.lists.get.invalidate({ id });
    void utils.lists.mine.invalidate();
    void utils.lists.favourites.invalidate();
  };
  const failed = (error: unknown) => toast.error(problemText(error, words));
  const put = trpc.lists.put.useMutation({ onSettled: settled, onError: failed });
  const take = trpc.lists.take.useMutation({ onSettled: settled, onError: failed });
  const arrange = trpc.lists.arrange.useMutation({ onSettled: settled, onError: failed });
  return {
    put: (skuId: string, quantity: number | null) => {
      show((items) => items.map((item) => (item.skuId === skuId ? { ...item, quantity } : item)));
      put.mutate({ id, lines: [{ skuId, quantity }] });
    },
    arrange: (skuIds: string[]) => {
      show((items) => skuIds.flatMap((skuId) => items.find((item) => item.skuId === skuId) ?? []));
      arrange.mutate({ id, skuIds });
    },
    take: (item: Item) => {
      const order = utils.lists.get.getData({ id })?.items.map(({ skuId }) => skuId) ?? [];
      show((items) => items.filter(({ skuId }) => skuId !== item.skuId));
      take.mutate({ id, skuIds: [item.skuId] });
      toast(t.lists_removed_item({ name: say(item.productName) }), {
        duration: 20_000,
        action: {
          label: t.undo(),
          onClick: () =>
            put.mutate(
              { id, lines: [{ skuId: item.skuId, quantity: item.quantity }] },
              { onSuccess: () => arrange.mutate({ id, skuIds: order }) },
            ),
        },
      });
    },
  };
};
