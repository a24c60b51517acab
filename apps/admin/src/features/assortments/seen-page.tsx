import { useNavigate } from '@tanstack/react-router';
import {
  Badge,
  Card,
  type Column,
  DataTable,
  EmptyState,
  PageHeader,
  Pagination,
  SearchField,
  Segmented,
} from '@tradeline/ui';
import { SearchX } from 'lucide-react';
import { CustomerField } from '../../lib/customer-field.tsx';
import { type Text, useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { SeenSearch } from './seen-search.ts';

type Seen = Outputs['assortments']['seenBy'];
type Row = Seen['rows'][number];

const reasons: Record<Row['why'], (t: Text, names: string) => string> = {
  unrestricted: (t) => t.assortments_why_unrestricted(),
  'not-hidden': (t) => t.assortments_why_not_hidden(),
  named: (t, names) => t.assortments_why_named({ names }),
  'not-named': (t, names) => t.assortments_why_not_named({ names }),
  hidden: (t, names) => t.assortments_why_hidden({ names }),
};

const pricesText = ({ customer, storefront }: Seen, t: Text): string => {
  if (!customer)
    return {
      'login-required': t.assortments_front_closed(),
      'prices-hidden': t.assortments_front_goods(),
      public: t.assortments_front_public(),
    }[storefront];
  const hidden = customer.priceDisplay ? customer.priceDisplay === 'hidden' : customer.groupHidden;
  return hidden ? t.assortments_prices_hidden() : t.assortments_prices_shown();
};

/** The catalogue as one customer or a stranger sees it, and for every product why. */
export const SeenPage = ({ search }: { search: SeenSearch }) => {
  const { t, list, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/assortments/seen' });
  const change = (next: Partial<SeenSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const seen = trpc.assortments.seenBy.useQuery(
    { companyId: search.customer, text: search.q, which: search.which, page: search.page, size: 50 },
    { placeholderData: (old) => old },
  );
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t.assortments_column_product(),
      card: 'title',
      width: 'min-w-64 md:w-1/2',
      cell: (row) => (
        <span className="font-medium">
          {say(row.name)} <span className="tabular whitespace-nowrap text-sm font-normal text-faint">{row.number}</span>
        </span>
      ),
    },
    {
      id: 'visible',
      header: t.assortments_column_visible(),
      card: 'aside',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <Badge tone={row.visible ? 'success' : 'neutral'}>
          {row.visible ? t.assortments_visible() : t.assortments_invisible()}
        </Badge>
      ),
    },
    {
      id: 'why',
      header: t.assortments_column_why(),
      width: 'min-w-56 md:w-1/2',
      cell: (row) => reasons[row.why](t, list(row.by.map((one) => say(one.name)))),
    },
  ];
  return (
    <div className="mx-auto w-full max-w-[90rem] p-4 md:p-5">
      <PageHeader
        title={t.assortments_seen_title()}
        meta={search.customer ? t.assortments_seen_lead() : t.assortments_seen_stranger()}
      />
      <SectionTabs section="visibility" />
      <div className="flex flex-wrap items-end gap-3 pb-3">
        <CustomerField
          className="w-full md:w-64"
          label={t.assortments_seen_as()}
          value={search.customer}
          onValueChange={(customer) => change({ customer })}
        />
        <SearchField
          live
          className="w-full md:w-64"
          label={t.assortments_seen_search()}
          placeholder={t.assortments_seen_search()}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <Segmented
          label={t.assortments_column_visible()}
          value={search.which}
          onValueChange={(which) => change({ which })}
          segments={[
            { value: 'all', label: t.assortments_all() },
            { value: 'visible', label: t.assortments_visible() },
            { value: 'hidden', label: t.assortments_invisible() },
          ]}
        />
      </div>
      {seen.data && (
        <p className="pb-3 text-base">
          {seen.data.customer === null && seen.data.storefront === 'login-required' ? (
            t.assortments_seen_closed({ sees: quantity(seen.data.sees), total: quantity(seen.data.published) })
          ) : (
            <>
              {t.assortments_seen_count({ sees: quantity(seen.data.sees), total: quantity(seen.data.published) })}{' '}
              <span className="text-muted">{pricesText(seen.data, t)}</span>
            </>
          )}
        </p>
      )}
      <Card className="overflow-hidden">
        <DataTable
          label={t.assortments_seen_title()}
          columns={columns}
          rows={seen.data?.rows}
          rowKey={(row) => row.id}
          rowName={(row) => say(row.name)}
          busy={seen.isPlaceholderData}
          error={
            seen.error && !seen.data ? <LoadError error={seen.error} onRetry={() => void seen.refetch()} /> : undefined
          }
          empty={<EmptyState icon={<SearchX aria-hidden />} title={t.assortments_seen_none()} />}
        />
      </Card>
      {seen.data && seen.data.total > 50 && (
        <div className="pt-3">
          <Pagination
            page={search.page}
            pageSize={50}
            total={seen.data.total}
            onPage={(page) => change({ page })}
            summary={t.products_count({ count: seen.data.total, n: quantity(seen.data.total) })}
          />
        </div>
      )}
    </div>
  );
};
