import { Button, Card, EmptyState, PageHeader, Skeleton, usePageTitle } from '@tradeline/ui';
import { Plus, Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { SharingLook } from './sharing-look.tsx';
import { SharingRuleRow } from './sharing-rule-row.tsx';

export type SharingRule = Outputs['stock']['sharing']['list']['rules'][number];
const SharingDialog = lazy(() => import('./sharing-dialog.tsx'));

/** What groups of customers may take of each warehouse, and beside it what that comes to for goods one asks about. */
export const SharingPage = () => {
  const { t } = useWords();
  const say = useBilingual();
  const mayShare = useMay('stock.share');
  const [editing, setEditing] = useState<SharingRule | 'new'>();
  const { data, error, refetch } = trpc.stock.sharing.list.useQuery();
  usePageTitle(t.stock_tab_sharing());
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  const begin = mayShare && (
    <Button look="primary" onPress={() => setEditing('new')}>
      <Plus aria-hidden />
      {t.stock_sharing_new()}
    </Button>
  );
  return (
    <div className="mx-auto w-full max-w-6xl p-4 md:p-5">
      <PageHeader title={t.stock_tab_sharing()} actions={begin} />
      <SectionTabs section="stock" />
      <p className="mb-4 max-w-prose text-sm text-muted">{t.stock_sharing_intro()}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {!data && <Skeleton className="h-32 w-full rounded-lg" />}
          {data?.rules.length === 0 && (
            <Card>
              <EmptyState icon={<Share2 aria-hidden />} title={t.stock_sharing_empty()}>
                {t.stock_sharing_empty_body()}
              </EmptyState>
            </Card>
          )}
          {[...Map.groupBy(data?.rules ?? [], ({ warehouseId }) => warehouseId).values()].map((rules) => (
            <Card key={rules[0]!.warehouseId} className="overflow-hidden">
              <h2 className="border-b border-line px-4 py-2.5 text-sm font-semibold">{say(rules[0]!.warehouseName)}</h2>
              <ul className="divide-y divide-line">
                {rules.map((rule) => (
                  <SharingRuleRow key={rule.id} rule={rule} onEdit={mayShare ? () => setEditing(rule) : undefined} />
                ))}
              </ul>
            </Card>
          ))}
        </div>
        <SharingLook />
      </div>
      {editing && data && (
        <Suspense>
          <SharingDialog
            key={editing === 'new' ? 'new' : editing.id}
            rule={editing === 'new' ? undefined : editing}
            groups={data.groups}
            onClose={() => setEditing(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
};
