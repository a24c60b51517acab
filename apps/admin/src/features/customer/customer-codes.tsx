import { Badge, Button, Card, CardHeader, EmptyState, IconButton, Pagination, SearchField, toast } from '@tradeline/ui';
import { ClipboardPaste, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { optionText } from '../../lib/option-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { PasteCustomerCodes } from './paste-customer-codes.tsx';

const PAGE_SIZE = 10;

/** What the customer calls our goods, kept for him: found, pasted in, taken out. */
export const CustomerCodes = ({ companyId }: { companyId: string }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const mayEdit = useMay('customer.edit');
  const utils = trpc.useUtils();
  const [{ text, page }, setSearch] = useState({ text: '', page: 1 });
  const [pasting, setPasting] = useState(false);
  const codes = trpc.customerCodes.list.useQuery(
    { companyId, page, size: PAGE_SIZE, ...(text ? { text } : {}) },
    { placeholderData: (old) => old },
  );
  const remove = trpc.customerCodes.remove.useMutation({
    onSuccess: (_, { code }) => {
      toast(t.codes_removed({ code }));
      void utils.customerCodes.invalidate();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const { rows = [], total = 0 } = codes.data ?? {};
  if (codes.error && !codes.data) return <LoadError error={codes.error} onRetry={() => void codes.refetch()} />;
  return (
    <Card>
      <CardHeader
        title={t.codes_title()}
        aside={
          mayEdit && (
            <Button size="sm" onPress={() => setPasting(true)}>
              <ClipboardPaste aria-hidden />
              {t.codes_paste()}
            </Button>
          )
        }
      />
      {total === 0 && text === '' ? (
        <EmptyState className="py-8" title={t.codes_none_title()}>
          {t.codes_none_body()}
        </EmptyState>
      ) : (
        <>
          <div className="px-4 pt-3 pb-1">
            <SearchField
              live
              label={t.codes_search()}
              placeholder={t.codes_search()}
              value={text}
              onSearch={(wanted) => setSearch({ text: wanted, page: 1 })}
            />
          </div>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <li key={row.normalised} className="grid grid-cols-[8rem_1fr_auto] items-center gap-x-3 px-4 py-1.5">
                <span className="truncate font-medium">{row.code}</span>
                <span className="min-w-0 truncate text-muted">
                  <span className="tabular text-ink">{row.itemNumber}</span> {say(row.productName)}{' '}
                  {optionText(row.axes, row.options, say)}
                  {!row.offered && <Badge tone="danger">{t.codes_gone()}</Badge>}
                </span>
                {mayEdit && (
                  <IconButton
                    size="sm"
                    label={t.codes_remove({ code: row.code })}
                    icon={<Trash2 aria-hidden />}
                    onPress={() => remove.mutate({ companyId, code: row.code })}
                  />
                )}
              </li>
            ))}
          </ul>
          {rows.length === 0 && <EmptyState className="py-6" title={t.codes_none_found({ text })} />}
          <div className="px-4 pb-3">
            <Pagination
              page={page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(next) => setSearch({ text, page: next })}
            />
          </div>
        </>
      )}
      <PasteCustomerCodes companyId={companyId} open={pasting} onOpenChange={setPasting} />
    </Card>
  );
};
