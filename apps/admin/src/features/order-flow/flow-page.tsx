import { PageHeader, Skeleton } from '@tradeline/ui';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { AutoForm } from './auto-form.tsx';
import { PlanForm } from './plan-form.tsx';

/** How an order goes through the house: which people review it, and what happens by itself. */
export const FlowPage = () => {
  const { t } = useWords();
  const auto = trpc.orderDesk.automation.useQuery();
  const plan = trpc.orderDesk.reviewPlan.useQuery();
  return (
    <div className="mx-auto w-full max-w-3xl p-4 md:p-5">
      <PageHeader title={t.desk_flow_title()} />
      <SectionTabs section="selling" />
      <p className="mb-4 text-muted">{t.desk_flow_lead()}</p>
      <div className="flex flex-col gap-4">
        {plan.data ? (
          <PlanForm key={plan.data.version} read={plan.data} />
        ) : plan.error ? (
          <LoadError error={plan.error} onRetry={() => void plan.refetch()} />
        ) : (
          <Skeleton className="h-80 w-full rounded-lg" />
        )}
        {auto.data ? (
          <AutoForm key={auto.data.version} read={auto.data} />
        ) : auto.error ? (
          <LoadError error={auto.error} onRetry={() => void auto.refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-lg" />
        )}
      </div>
    </div>
  );
};
