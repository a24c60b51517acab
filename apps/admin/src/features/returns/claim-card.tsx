import { Link } from '@tanstack/react-router';
import { Card, CardHeader, Facts } from '@tradeline/ui';
import { Picture } from '../../lib/picture.tsx';
import { returnReasonText } from '../../lib/return-words.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

/** What the customer says and shows: reason, wish, words and pictures, and how the goods come. */
export const ClaimCard = ({ found }: { found: Return }) => {
  const { t } = useWords();
  const mayReadCustomer = useMay('customer.read');
  const { order } = found;
  return (
    <Card>
      <CardHeader title={t.returns_reason()} />
      <div className="flex flex-col gap-3 p-4">
        <Facts
          items={[
            {
              label: t.returns_customer(),
              value: mayReadCustomer ? (
                <Link to="/customers/$customerId" params={{ customerId: order.companyId }} className="hover:underline">
                  {order.companyName}
                </Link>
              ) : (
                order.companyName
              ),
            },
            {
              label: t.returns_order(),
              value: (
                <Link to="/orders/$orderId" params={{ orderId: order.id }} className="tabular hover:underline">
                  {order.number}
                </Link>
              ),
            },
            { label: t.returns_reason(), value: returnReasonText(found.reason, t) },
            {
              label: t.returns_wanted(),
              value: found.wish === 'refund' ? t.returns_wish_refund() : t.returns_wish_replace(),
            },
            ...(found.carrier ? [{ label: t.returns_carrier(), value: found.carrier }] : []),
            ...(found.trackingNumber
              ? [{ label: t.returns_tracking(), value: <span className="tabular">{found.trackingNumber}</span> }]
              : []),
            ...(found.answer ? [{ label: t.returns_answer(), value: found.answer }] : []),
          ]}
        />
        {found.comment && <p className="rounded-md bg-sunken px-3 py-2 whitespace-pre-wrap">{found.comment}</p>}
        <ul aria-label={t.returns_pictures()} className="grid grid-cols-4 gap-2 empty:hidden lg:grid-cols-3">
          {found.pictures.map((picture, at) => {
            const label = t.returns_picture({ n: at + 1 });
            return (
              <li key={picture.stem}>
                <a
                  href={`/files/pictures/${picture.stem}-${Math.max(...picture.widths)}.webp`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={label}
                  className="block rounded-md border border-line hover:border-control"
                >
                  <Picture picture={{ ...picture, alt: { zh: label, en: label } }} sizes="120px" />
                </a>
              </li>
            );
          })}
        </ul>
      </div>
    </Card>
  );
};
