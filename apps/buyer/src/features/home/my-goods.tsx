import { Link } from '@tanstack/react-router';
import { Button } from '@tradeline/ui';
import { useState } from 'react';
import { GoodsStrip } from '../../lib/goods-strip.tsx';
import { useText } from '../../lib/i18n.tsx';
import { forgetSeen, seenProducts } from '../../lib/seen.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';

/** My favourites, as far as they can be had. */
export const Favourites = ({ className }: { className?: string }) => {
  const t = useText();
  const mayKeep = useMay('list.edit');
  const id = trpc.lists.mine
    .useQuery(undefined, { enabled: mayKeep, staleTime: 60_000 })
    .data?.find((list) => list.kind === 'favourites' && list.lines > 0)?.id;
  const list = trpc.lists.get.useQuery({ id: id ?? '' }, { enabled: id !== undefined }).data;
  const goods = (list?.items ?? [])
    .filter((item) => item.offered)
    .slice(0, 12)
    .map((item) => ({
      id: item.productId,
      skuId: item.skuId,
      name: item.productName,
      picture: item.picture,
      fromE4: item.offered?.price?.unitPriceE4,
    }));
  return (
    <GoodsStrip
      className={className ?? ''}
      title={t.home_favourites()}
      goods={goods}
      aside={
        <Link to="/lists" className="text-accent-ink hover:underline">
          {t.lists_title()}
        </Link>
      }
    />
  );
};

/** Goods looked at in this browser; what is hidden or withdrawn since is left out. */
export const Seen = ({ className }: { className?: string }) => {
  const t = useText();
  const [ids, setIds] = useState(seenProducts);
  const goods = trpc.home.seen.useQuery({ ids }, { enabled: ids.length > 0 }).data ?? [];
  return (
    <GoodsStrip
      className={className ?? ''}
      title={t.home_seen()}
      goods={ids.length > 0 ? goods : []}
      aside={
        <Button
          look="link"
          size="inline"
          onPress={() => {
            forgetSeen();
            setIds([]);
          }}
        >
          {t.home_seen_clear()}
        </Button>
      }
    />
  );
};
