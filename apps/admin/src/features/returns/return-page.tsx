import { Link } from '@tanstack/react-router';
import { Breadcrumbs, DateText, Skeleton, StatusBadge, usePageTitle } from '@tradeline/ui';
import { LoadError } from '../../lib/load-error.tsx';
import { returnStateText, returnStateTone } from '../../lib/return-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ClaimCard } from './claim-card.tsx';
import { ReturnLines } from './return-lines.tsx';
import { ReturnStep } from './return-step.tsx';
import { ReturnTimeline } from './return-timeline.tsx';
import { SettledCard } from './settled-card.tsx';

export type Return = Outputs['returns']['get'];

/** One return: the step that is due, the goods, what the customer says and shows, and what happened. Follows every change. */
export const ReturnPage = ({ returnId }: { returnId: string }) => {
  const { t } = useWords();
  const { data: found, error, refetch } = trpc.returns.get.useQuery({ id: returnId });
  usePageTitle(found && `${t.returns_title()} ${found.number}`);
  if (error && !found) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!found) return <Skeleton className="m-4 h-96 rounded-lg" />;
  return (
    <div className="flex flex-col">
      <header className="flex flex-col gap-2 border-b border-line px-4 py-3 md:px-5">
        <Breadcrumbs
          steps={[
            { key: 'returns', node: <Link to="/returns">{t.returns_title()}</Link> },
            { key: 'return', node: <span>{found.number}</span> },
          ]}
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="tabular text-xl font-semibold tracking-tight">{found.number}</h1>
          <StatusBadge tone={returnStateTone(found.state)}>{returnStateText(found.state, t)}</StatusBadge>
          <span className="text-sm text-muted">
            {found.order.companyName} · <DateText at={found.requestedAt} />
          </span>
        </div>
      </header>
      <div className="grid items-start gap-4 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {/* A step has its own draft: another state, another draft. */}
          <ReturnStep key={`${found.state}:${found.order.version}`} found={found} />
          <SettledCard found={found} />
          <ReturnLines found={found} />
        </div>
        <div className="grid min-w-0 gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <ClaimCard found={found} />
          <ReturnTimeline found={found} />
        </div>
      </div>
    </div>
  );
};
