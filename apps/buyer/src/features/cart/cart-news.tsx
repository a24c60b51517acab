import { Button, Notice } from '@tradeline/ui';
import { formatUnitPrice } from '@tradeline/ui/format';
import { useEffect } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import type { CartItem } from './use-cart.ts';

type News = Outputs['cart']['news']['news'][number];

const newsText = (news: News, words: Words, names: { goods: string; promotion: string }): string => {
  const { t, language } = words;
  const name = names.goods;
  switch (news.kind) {
    case 'price':
      return t.ordering_news_price({
        name,
        before: formatUnitPrice(news.before, language),
        after: formatUnitPrice(news.after, language),
      });
    case 'gone':
      return t.ordering_news_gone({ name });
    case 'back':
      return t.ordering_news_back({ name });
    case 'short':
      return t.ordering_news_short({ name });
    case 'in-stock':
      return t.ordering_news_in_stock({ name });
    case 'promotion-over':
      return t.ordering_news_promotion_over({ name: names.promotion });
  }
};

/** What changed of the cart since it was last looked at; it stays until he says that he has seen it. */
export const CartNews = ({ items, saved }: { items: readonly CartItem[]; saved: boolean }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const news = trpc.cart.news.useQuery(undefined, { staleTime: 0 });
  const { mutate, isPending } = trpc.cart.markSeen.useMutation({ onSettled: () => utils.cart.news.invalidate() });
  const nothing = news.data !== undefined && !news.isFetching && news.data.news.length === 0;
  const unseen = news.data?.unseen ?? false;
  // Nothing to tell: what he sees now is what later changes are told against.
  useEffect(() => {
    if (nothing && unseen && saved) mutate();
  }, [nothing, unseen, saved, mutate]);
  if (!news.data || news.data.news.length === 0) return null;
  const { names } = news.data;
  const goodsOf = (skuId: string): string => {
    const sku = items.find((item) => item.skuId === skuId)?.sku;
    return sku ? [say(sku.productName), optionText(sku.axes, sku.options, say)].filter(Boolean).join(' ') : '';
  };
  return (
    <Notice tone="info" className="mb-4" title={t.ordering_news_title()} live>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {news.data.news.map((one) => (
          <li key={`${one.kind} ${'skuId' in one ? one.skuId : one.promotionId}`}>
            {newsText(one, words, {
              goods: 'skuId' in one ? goodsOf(one.skuId) : '',
              promotion: 'promotionId' in one ? say(names[one.promotionId] ?? { zh: '' }) : '',
            })}
          </li>
        ))}
      </ul>
      <Button size="sm" className="mt-2" pending={isPending} onPress={() => mutate()}>
        {t.ordering_news_seen()}
      </Button>
    </Notice>
  );
};
