import { useNavigate } from '@tanstack/react-router';
import { toast } from '@tradeline/ui';
import { problemText } from './problem-text.ts';
import { trpc } from './trpc.ts';
import { useWords } from './words.ts';

export type Wanted = { skuId: string; quantity: number };

/** Adds goods to the cart and says so, with the way there. `what` names them in the message. */
export const useAddToCart = () => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const change = trpc.cart.change.useMutation();
  return {
    pending: change.isPending,
    add: (lines: readonly Wanted[], what: string) =>
      change.mutate(
        { mode: 'add', lines: [...lines] },
        {
          onSuccess: (cart) => {
            utils.cart.get.setData(undefined, cart);
            toast.success(t.goods_added(), {
              description: what,
              action: { label: t.goods_view_cart(), onClick: () => void navigate({ to: '/cart' }) },
            });
          },
          onError: (error) => toast.error(problemText(error, words)),
        },
      ),
  };
};
