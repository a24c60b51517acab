import { Button, Notice } from '@tradeline/ui';
import { lazy, Suspense, useState } from 'react';
import { blockReasonText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { wayText } from '../../lib/way-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

const OverrideDialog = lazy(() => import('./override-dialog.tsx').then((each) => ({ default: each.OverrideDialog })));

/** Where credit still has a say: before the approval, and before every parcel. */
const stages: readonly Order['displayStatus'][] = [
  'submitted',
  'in-review',
  'confirmed',
  'picking',
  'partially-shipped',
];
const WAYS = 3;

/** What credit has against the order now, the cheapest ways out, and who has let it pass. */
export const CreditNotice = ({ order }: { order: Order }) => {
  const words = useWords();
  const { t, day } = words;
  const [asking, setAsking] = useState(false);
  const maySee = useMay('credit.read');
  const mayOverride = useMay('credit.override');
  const concerned = maySee && order.paymentTerms === 'terms' && stages.includes(order.displayStatus);
  const { data } = trpc.orderDesk.credit.useQuery({ id: order.id }, { enabled: concerned });
  if (!concerned || !data) return null;
  const { blocked, overrides } = data;
  const last = overrides[0];
  return (
    <>
      {blocked && (
        <Notice
          tone="danger"
          title={t.desk_credit_title()}
          action={
            mayOverride ? (
              <Button size="sm" onPress={() => setAsking(true)}>
                {t.desk_credit_override()}
              </Button>
            ) : undefined
          }
        >
          <p>{words.list(blocked.reasons.map((reason) => blockReasonText(reason, words)))}</p>
          <p className="mt-2 text-sm">{t.desk_credit_ways()}</p>
          <ul className="list-disc pl-5 text-sm">
            {blocked.waysOut.slice(0, WAYS).map((way) => (
              <li key={wayText(way, words)}>{wayText(way, words)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {last && (
        <Notice tone={blocked ? 'info' : 'warning'}>
          {t.desk_credit_passed({ name: last.staffName, day: day(last.expiresOn), reason: last.reason })}
        </Notice>
      )}
      {asking && blocked && (
        <Suspense>
          <OverrideDialog order={order} reasons={blocked.reasons} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
};
