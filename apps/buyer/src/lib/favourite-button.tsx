import { cx, IconButton, toast } from '@tradeline/ui';
import { Heart } from 'lucide-react';
import { problemText } from './problem-text.ts';
import { trpc } from './trpc.ts';
import { useMay } from './use-me.tsx';
import { useWords } from './words.ts';

/** The heart on goods: keeps one configuration, or a product, among my favourites. Nobody sees it who keeps no lists. */
export const FavouriteButton = ({
  productId,
  skuId,
  name,
  className,
}: {
  productId: string;
  skuId?: string;
  name: string;
  className?: string;
}) => {
  const words = useWords();
  const { t } = words;
  const mayKeep = useMay('list.edit');
  const utils = trpc.useUtils();
  const stored = trpc.lists.favourites.useQuery(undefined, {
    enabled: mayKeep,
    staleTime: 300_000,
    // Of a page full of hearts only those that change are drawn again.
    select: (kept) => kept.some((line) => line.productId === productId && (!skuId || line.skuId === skuId)),
  }).data;
  const set = trpc.lists.setFavourite.useMutation({
    onSuccess: (now) => {
      utils.lists.favourites.setData(undefined, now);
      void utils.lists.mine.invalidate();
      void utils.lists.get.invalidate();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  if (!mayKeep) return null;
  const isKept = set.isPending ? set.variables.favourite : (stored ?? false);
  return (
    <IconButton
      plain
      size="sm"
      aria-pressed={isKept}
      className={cx('relative z-1', isKept && 'text-danger-ink', className)}
      label={isKept ? t.lists_favourite_remove({ name }) : t.lists_favourite_add({ name })}
      icon={<Heart aria-hidden className={cx(isKept && 'fill-current')} />}
      onPress={() => set.mutate({ productId, ...(skuId ? { skuId } : {}), favourite: !isKept })}
    />
  );
};
