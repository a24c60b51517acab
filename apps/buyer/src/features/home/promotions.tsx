import { Link } from '@tanstack/react-router';
import { formatInstant } from '@tradeline/ui/format';
import { ChevronRight, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Promotion = Outputs['home']['promotions'][number];

const look =
  'flex min-h-16 min-w-60 flex-1 shrink-0 items-center gap-3 rounded-lg border border-line bg-deal-soft px-4 py-3 text-deal hover:border-control';

/** Leads to the goods of a promotion. */
const ToGoods = ({ goods, children }: { goods: Promotion['goods']; children: ReactNode }) =>
  goods.productId ? (
    <Link to="/goods/$productId" params={{ productId: goods.productId }} className={look}>
      {children}
    </Link>
  ) : (
    <Link
      to="/goods"
      search={{
        ...(goods.category ? { category: goods.category } : {}),
        ...(goods.brand ? { brand: goods.brand } : {}),
      }}
      className={look}
    >
      {children}
    </Link>
  );

/** What runs for me now: what it says, until when, and the way to its goods. */
export const Promotions = ({ className }: { className?: string }) => {
  const { t, language } = useWords();
  const say = useBilingual();
  const running = trpc.home.promotions.useQuery(undefined, { staleTime: 60_000 }).data ?? [];
  if (running.length === 0) return null;
  return (
    <section aria-label={t.home_promotions()} className={className}>
      <ul className="flex gap-3 overflow-x-auto">
        {running.map((promotion) => (
          <li key={promotion.id} className="flex flex-1">
            <ToGoods goods={promotion.goods}>
              <Tag aria-hidden className="size-5 shrink-0" />
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 font-semibold">{say(promotion.slogan ?? promotion.name)}</span>
                {promotion.endsAt && (
                  <span className="block text-sm">
                    {t.home_promotion_ends({ when: formatInstant(promotion.endsAt, language, 'date') })}
                  </span>
                )}
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0" />
            </ToGoods>
          </li>
        ))}
      </ul>
    </section>
  );
};
