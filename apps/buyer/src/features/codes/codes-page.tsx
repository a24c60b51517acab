import { Link } from '@tanstack/react-router';
import {
  Badge,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  IconButton,
  PageHeader,
  Pagination,
  SearchField,
  toast,
} from '@tradeline/ui';
import { csv, saveFile } from '@tradeline/ui/csv';
import { ClipboardPaste, Download, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { PasteCodes } from './paste-codes.tsx';

type Row = Outputs['codes']['list']['rows'][number];
export type CodesSearch = { q?: string | undefined; page?: number | undefined };
const PAGE_SIZE = 50;

/** What my company calls the goods: found, pasted in, taken out, exported. */
export const CodesPage = ({
  search,
  onSearch,
}: {
  search: CodesSearch;
  onSearch: (next: Partial<CodesSearch>) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const page = search.page ?? 1;
  const mayEdit = useMay('code.edit');
  const utils = trpc.useUtils();
  const [pasting, setPasting] = useState(false);
  const codes = trpc.codes.list.useQuery(
    { page, size: PAGE_SIZE, ...(search.q ? { text: search.q } : {}) },
    { placeholderData: (old) => old },
  );
  const remove = trpc.codes.remove.useMutation({
    onSuccess: (_, { code }) => {
      toast(t.codes_removed({ code }));
      void utils.codes.invalidate();
      void utils.catalog.product.invalidate();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const exportAll = async () => {
    const { rows } = await utils.codes.all.fetch();
    const head = [t.codes_code(), t.codes_item(), t.codes_goods(), t.lists_column_options()];
    const table = rows.map((row) => [
      row.code,
      row.itemNumber,
      say(row.productName),
      optionText(row.axes, row.options, say),
    ]);
    saveFile(`${t.codes_title()}.csv`, csv([head, ...table]));
  };
  const columns: Column<Row>[] = [
    {
      id: 'code',
      header: t.codes_code(),
      card: 'title',
      width: 'min-w-36',
      cell: (row) => <span className="font-medium">{row.code}</span>,
    },
    {
      id: 'item',
      header: t.codes_item(),
      width: 'min-w-36',
      cell: (row) => <span className="tabular">{row.itemNumber}</span>,
    },
    {
      id: 'goods',
      header: t.codes_goods(),
      width: 'w-full min-w-52',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/goods/$productId"
            params={{ productId: row.productId }}
            search={{ sku: row.skuId }}
            className="hover:underline"
          >
            {say(row.productName)}
          </Link>
          <span className="text-sm text-muted">{optionText(row.axes, row.options, say)}</span>
          {!row.offered && <Badge tone="danger">{t.lists_gone()}</Badge>}
        </span>
      ),
    },
    ...(mayEdit
      ? [
          {
            id: 'remove',
            header: t.remove(),
            card: 'aside',
            align: 'end',
            cell: (row: Row) => (
              <IconButton
                size="sm"
                label={t.codes_remove({ code: row.code })}
                icon={<Trash2 aria-hidden />}
                onPress={() => remove.mutate({ code: row.code })}
              />
            ),
          } satisfies Column<Row>,
        ]
      : []),
  ];
  const total = codes.data?.total ?? 0;
  const paste = mayEdit && (
    <Button look="primary" onPress={() => setPasting(true)}>
      <ClipboardPaste aria-hidden />
      {t.codes_paste()}
    </Button>
  );
  const isNone = codes.data !== undefined && total === 0 && !search.q;
  return (
    <>
      <PageHeader
        title={t.codes_title()}
        meta={t.codes_intro()}
        actions={
          !isNone && (
            <>
              <Button onPress={() => void exportAll().catch((error) => toast.error(problemText(error, words)))}>
                <Download aria-hidden />
                {t.codes_export()}
              </Button>
              {paste}
            </>
          )
        }
      />
      {codes.error && !codes.data ? (
        <LoadError error={codes.error} onRetry={() => void codes.refetch()} />
      ) : isNone ? (
        <EmptyState icon={<Tag aria-hidden />} title={t.codes_none_title()} action={paste}>
          {t.codes_none_body()}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <SearchField
            live
            className="max-w-md"
            label={t.codes_search()}
            placeholder={t.codes_search()}
            value={search.q ?? ''}
            onSearch={(q) => onSearch({ q: q || undefined, page: undefined })}
          />
          <Card className="overflow-hidden">
            <DataTable
              label={t.codes_title()}
              columns={columns}
              rows={codes.data?.rows}
              rowKey={(row) => row.normalised}
              rowName={(row) => row.code}
              empty={<EmptyState title={t.codes_none_found({ text: search.q ?? '' })} />}
            />
          </Card>
          <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPage={(page) => onSearch({ page })} />
        </div>
      )}
      <PasteCodes open={pasting} onOpenChange={setPasting} />
    </>
  );
};
