import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Notice } from '@tradeline/ui';
import { cartName } from './cart-name.ts';
import { type Outputs, trpc } from './trpc.ts';
import { useWords, type Words } from './words.ts';

type Left = NonNullable<Outputs['cart']['left']>;

const leftText = (left: Left, t: Words['t']): string => {
  const cart = cartName({ ...left, own: false }, t);
  if (left.order) return t.ordering_left_ordered({ cart, by: left.order.by, number: left.order.number });
  return left.why === 'taken-back'
    ? t.ordering_left_taken_back({ cart, owner: left.ownerName })
    : t.ordering_left_discarded({ cart, owner: left.ownerName });
};

/** A colleague's cart that he worked in became an order or went away: where what he adds goes now, until he has read it. */
export const LeftCart = () => {
  const { t } = useWords();
  const utils = trpc.useUtils();
  const left = trpc.cart.left.useQuery(undefined, { staleTime: 0 }).data;
  const leave = trpc.cart.leave.useMutation({ onSettled: () => utils.cart.left.invalidate() });
  if (!left) return null;
  return (
    <Notice tone="info" className="mb-4" live>
      <p>{leftText(left, t)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {left.order && (
          <Link to="/orders/$orderId" params={{ orderId: left.order.id }} className={buttonClass({ size: 'sm' })}>
            {t.ordering_left_order()}
          </Link>
        )}
        <Button size="sm" pending={leave.isPending} onPress={() => leave.mutate()}>
          {t.ordering_news_seen()}
        </Button>
      </div>
    </Notice>
  );
};
