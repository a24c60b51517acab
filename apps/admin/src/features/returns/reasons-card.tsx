import { Card, CardHeader, Meter, Skeleton } from '@tradeline/ui';
import { returnReasonText } from '../../lib/return-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Why goods came back lately: what to look at first. */
export const ReasonsCard = () => {
  const { t, quantity } = useWords();
  const { data } = trpc.returns.reasons.useQuery({ days: 90 });
  const all = data?.reduce((sum, { requests }) => sum + requests, 0) ?? 0;
  return (
    <Card className="shrink-0 lg:w-72 lg:self-start">
      <CardHeader title={t.returns_reasons()} />
      <div className="flex flex-col gap-3 p-4">
        {!data && <Skeleton className="h-24 w-full" />}
        {data?.length === 0 && <p className="text-sm text-muted">{t.returns_reasons_none()}</p>}
        {data?.map(({ reason, requests, units }) => {
          const told = t.returns_reasons_row({ requests: quantity(requests), units: quantity(units) });
          return (
            <div key={reason} className="flex flex-col gap-1">
              <p className="flex items-baseline justify-between gap-3 text-sm">
                <span>{returnReasonText(reason, t)}</span>
                <span className="tabular text-muted">{told}</span>
              </p>
              <Meter label={returnReasonText(reason, t)} value={requests} max={all} valueText={told} />
            </div>
          );
        })}
      </div>
    </Card>
  );
};
