import type { FieldChange, FieldValue } from '@tradeline/domain/catalog';
import { Button, DateText, Drawer, EmptyState, SelectField, Skeleton } from '@tradeline/ui';
import { useState } from 'react';
import { type Text, useBilingual, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { productStatusText } from '../../lib/product-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Choices, Product } from './form-model.ts';
import { fieldText } from './problem-words.ts';

type Entry = Outputs['products']['history'][number];
const PAGE = 50;

/** Who changed what and when, field by field with before and after; one field alone on wish. */
export const HistoryDrawer = ({
  product,
  choices,
  open,
  onClose,
}: {
  product: Product;
  choices: Choices | undefined;
  open: boolean;
  onClose: () => void;
}) => {
  const t = useText();
  const say = useBilingual();
  const [field, setField] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const history = trpc.products.history.useQuery(
    { id: product.id, limit },
    { enabled: open, placeholderData: (old) => old },
  );
  const attributeName = (code: string) => say(product.definitions.find((each) => each.code === code)?.name) || code;
  const name = (each: string) => fieldText(each, t, attributeName);
  const kind = (each: string) => (each.startsWith('variants/') ? (each.split('/').at(-1) ?? each) : each);
  const kinds = [
    ...new Set((history.data ?? []).flatMap((entry) => entry.changes.map((change) => kind(change.field)))),
  ];
  const shown = (history.data ?? [])
    .map((entry) => ({ ...entry, changes: entry.changes.filter((change) => !field || kind(change.field) === field) }))
    .filter((entry) => !field || entry.changes.length > 0);
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()} title={t.pe_history()}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={t.pe_history_field()}
          value={field}
          onValueChange={setField}
          options={[
            { value: '', label: t.pe_all_fields() },
            ...kinds.map((each) => ({ value: each, label: name(each) })),
          ]}
        />
        {history.error && <LoadError error={history.error} onRetry={() => void history.refetch()} />}
        {history.isPending && <Skeleton className="h-40 w-full" />}
        {history.data && shown.length === 0 && <EmptyState title={t.pe_history_empty()} />}
        <ol className="divide-y divide-line">
          {shown.map((entry) => (
            <HistoryEntry key={entry.seq} entry={entry} name={name} product={product} choices={choices} />
          ))}
        </ol>
        {history.data?.length === limit && limit < 100 && (
          <Button className="self-center" onPress={() => setLimit(100)}>
            {t.pe_history_more()}
          </Button>
        )}
      </div>
    </Drawer>
  );
};

const HistoryEntry = ({
  entry,
  name,
  product,
  choices,
}: {
  entry: Entry;
  name: (field: string) => string;
  product: Product;
  choices: Choices | undefined;
}) => {
  const t = useText();
  return (
    <li className="flex flex-col gap-1.5 py-3 first:pt-0">
      <p className="flex items-baseline justify-between gap-3">
        <span>
          <span className="font-medium">{entry.by === 'plan' ? t.pe_by_plan() : entry.by}</span>{' '}
          <span className="text-muted">{actionText(entry.action, t)}</span>
        </span>
        <DateText at={entry.at} className="shrink-0 text-sm text-faint" />
      </p>
      <dl className="flex flex-col gap-1">
        {entry.changes.map((change) => (
          <div key={change.field} className="text-sm">
            <dt className="text-muted">{name(change.field)}</dt>
            <dd>
              <Change change={change} product={product} choices={choices} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
};

/** Before and after of one field, the old one struck out. */
export const Change = ({
  change: { field, before, after },
  product,
  choices,
}: {
  change: FieldChange;
  product: Product;
  choices: Choices | undefined;
}) => {
  const { t, money } = useWords();
  const say = useBilingual();
  const show = (value: FieldValue): string => {
    if (value === null || value === '') return t.pe_nothing();
    if (field === 'brandId') return say(choices?.brands.find(({ id }) => id === value)?.name) || String(value);
    if (field === 'categoryId') return say(choices?.categories.find(({ id }) => id === value)?.name) || String(value);
    if (field === 'supplierId') return choices?.suppliers.find(({ id }) => id === value)?.name ?? String(value);
    if (field === 'picture.variant')
      return product.variants.find(({ id }) => id === value)?.itemNumber ?? String(value);
    if (field === 'status') return productStatusText(String(value), t);
    if (field.endsWith('/status')) return value === 'active' ? t.pe_active() : t.pe_withdrawn();
    if (field.endsWith('/cost')) return money(Number(value));
    if (field.endsWith('/firstPriceE4')) return String(Number(value) / 10_000);
    if (field.endsWith('At')) return new Date(String(value)).toLocaleString();
    return String(value);
  };
  return (
    <span className="whitespace-pre-line">
      {before !== null && <del className="text-faint">{show(before)}</del>}
      {before !== null && ' → '}
      <ins className="no-underline">{show(after)}</ins>
    </span>
  );
};

const actionText = (action: string, t: Text): string =>
  ({
    'product.created': t.pe_did_create(),
    'product.duplicated': t.pe_did_duplicate(),
    'product.saved': t.pe_did_save(),
    'product.published': t.pe_did_publish(),
    'product.withdrawn': t.pe_did_withdraw(),
    'product.planned': t.pe_did_plan(),
    'product.media-changed': t.pe_did_media(),
  })[action] ?? action;
