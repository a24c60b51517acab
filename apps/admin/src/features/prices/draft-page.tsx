import { Link, useNavigate } from '@tanstack/react-router';
import {
  Breadcrumbs,
  Button,
  Card,
  ConfirmDialog,
  EmptyState,
  Notice,
  Skeleton,
  StatusBadge,
  Tabs,
  toast,
} from '@tradeline/ui';
import { useMemo, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { DraftNote } from './draft-note.tsx';
import { ExportDiff } from './export-diff.tsx';
import { type Subject, useWhatIf } from './use-what-if.ts';
import { WhatIfCustomers } from './what-if-customers.tsx';
import { WhatIfProgress } from './what-if-progress.tsx';
import { WhatIfSkus } from './what-if-skus.tsx';
import { WhatIfFigures } from './what-if-words.tsx';

/** A draft before it is published: who would pay what, what should be looked at, and the button that makes it so. */
export const DraftPage = ({ listId, versionId }: { listId: string; versionId: string }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const [mayEdit, mayPublish] = [useMay('price.edit'), useMay('price.publish')];
  const [asking, setAsking] = useState<'publish' | 'discard'>();
  const [tab, setTab] = useState<'goods' | 'customers'>('goods');
  const subject: Subject = useMemo(() => ({ kind: 'draft', versionId }), [versionId]);
  const list = trpc.prices.list.useQuery({ id: listId });
  const draft = trpc.prices.draft.useQuery({ id: versionId });
  const whatIf = useWhatIf(subject);
  const after = async (said: string, tabAfter: 'prices' | 'versions') => {
    await utils.prices.invalidate();
    toast.success(said);
    await navigate({ to: '/prices/$listId', params: { listId }, search: { tab: tabAfter } });
  };
  const publish = trpc.prices.publish.useMutation({
    onSuccess: ({ number }) => after(t.prices_published({ number }), 'versions'),
    onError: () =>
      Promise.all([utils.prices.list.invalidate(), utils.prices.draft.invalidate(), utils.prices.whatIf.invalidate()]),
    onSettled: () => setAsking(undefined),
  });
  const discard = trpc.prices.discard.useMutation({
    onSuccess: () => after(t.prices_discarded(), 'prices'),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => setAsking(undefined),
  });
  const error = draft.error ?? list.error;
  if (error && !draft.data) return <LoadError error={error} onRetry={() => void draft.refetch()} />;
  if (!draft.data || !list.data) return <Skeleton className="m-4 h-80" />;
  const version = draft.data;
  const isDraft = version.state === 'draft';
  const { summary } = whatIf;
  const blocked = !mayPublish
    ? t.prices_publish_denied()
    : version.changes === 0
      ? t.refusal_price_draft_empty()
      : whatIf.running || !summary || summary.stale
        ? t.prices_publish_wait()
        : undefined;
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-4 p-4 md:p-5">
      <header className="flex flex-col gap-2">
        <Breadcrumbs
          steps={[
            { key: 'prices', node: <Link to="/prices">{t.prices_title()}</Link> },
            {
              key: 'list',
              node: (
                <Link to="/prices/$listId" params={{ listId }} search={{ draft: isDraft ? versionId : undefined }}>
                  {say(list.data.name)}
                </Link>
              ),
            },
            { key: 'draft', node: <span>{t.prices_what_if()}</span> },
          ]}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold tracking-tight">
              {version.undoes === null ? t.prices_what_if_title() : t.prices_undo_title({ number: version.undoes })}
            </h1>
            <StatusBadge tone={isDraft ? 'info' : 'neutral'}>
              {isDraft
                ? t.prices_draft()
                : version.number
                  ? t.prices_version({ number: version.number })
                  : t.prices_discarded()}
            </StatusBadge>
            <span className="text-sm text-muted">
              {t.prices_draft_by({ name: version.createdByName, n: quantity(version.changes) })}
            </span>
          </div>
          {isDraft && (
            <div className="flex flex-wrap gap-2">
              {summary && <ExportDiff subject={subject} name={list.data.code} />}
              <Button
                disabledReason={mayEdit ? undefined : t.prices_edit_denied()}
                onPress={() => setAsking('discard')}
              >
                {t.prices_discard()}
              </Button>
              <Button
                look="primary"
                disabledReason={blocked}
                pending={publish.isPending}
                onPress={() => setAsking('publish')}
              >
                {t.prices_publish()}
              </Button>
            </div>
          )}
        </div>
      </header>
      {publish.error && (
        <Notice live tone="danger">
          {problemText(publish.error, words)}
        </Notice>
      )}
      {isDraft && <DraftNote version={version} />}
      {isDraft && !list.data.active && <Notice tone="warning">{t.prices_what_if_off()}</Notice>}
      {isDraft && list.data.state === 'upcoming' && <Notice>{t.prices_what_if_upcoming()}</Notice>}
      {isDraft && list.data.state === 'ended' && <Notice tone="warning">{t.prices_what_if_ended()}</Notice>}
      {!isDraft && <EmptyState title={t.refusal_price_draft_closed()} />}
      {isDraft && whatIf.running && <WhatIfProgress whatIf={whatIf} />}
      {isDraft && summary && (
        <>
          <Card className="overflow-hidden">
            <WhatIfFigures summary={summary} />
            <p className="border-t border-line px-4 py-2 text-sm text-faint">
              {t.prices_what_if_limits()} {t.prices_what_if_took({ seconds: (summary.tookMs / 1000).toFixed(1) })}
            </p>
          </Card>
          <Card className="overflow-hidden">
            <Tabs
              label={t.prices_what_if_tabs()}
              className="px-2"
              value={tab}
              onValueChange={setTab}
              items={[
                { key: 'goods', label: t.prices_tab_goods(), count: summary.counts.touched },
                { key: 'customers', label: t.prices_tab_customers(), count: summary.affected },
              ]}
            />
            {tab === 'goods' ? (
              <WhatIfSkus subject={subject} summary={summary} />
            ) : (
              <WhatIfCustomers subject={subject} summary={summary} />
            )}
          </Card>
        </>
      )}
      <ConfirmDialog
        open={asking === 'publish'}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t.prices_publish_title()}
        confirmLabel={t.prices_publish()}
        cancelLabel={t.cancel()}
        pending={publish.isPending}
        onConfirm={() =>
          publish.mutate({ versionId, revision: version.revision, listVersion: list.data?.version ?? 0 })
        }
      >
        {summary && (
          <p>
            {t.prices_publish_body({
              changes: quantity(version.changes),
              dearer: quantity(summary.counts.customers.dearer),
              cheaper: quantity(summary.counts.customers.cheaper),
              carts: quantity(summary.carts.count),
            })}
          </p>
        )}
        <p className="mt-2">{t.prices_publish_undo()}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'discard'}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t.prices_discard_title()}
        confirmLabel={t.prices_discard()}
        cancelLabel={t.cancel()}
        destructive
        pending={discard.isPending}
        onConfirm={() => discard.mutate({ id: versionId })}
      >
        {t.prices_discard_body({ n: quantity(version.changes) })}
      </ConfirmDialog>
    </div>
  );
};
