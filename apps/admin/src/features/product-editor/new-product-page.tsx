import { Link, useNavigate } from '@tanstack/react-router';
import { Breadcrumbs, Button, Card, Combobox, Notice, TextField } from '@tradeline/ui';
import { type FormEvent, useMemo, useState } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { searchOf } from '../../lib/list-memory.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { BothFields } from './both-fields.tsx';

/** The little a product needs to begin with; everything else is edited in the draft. */
export const NewProductPage = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const choices = trpc.products.choices.useQuery();
  const [number, setNumber] = useState('');
  const [name, setName] = useState({ zh: '', en: '' });
  const [unit, setUnit] = useState({ zh: '件', en: 'pc' });
  const [categoryId, setCategory] = useState<string>();
  const [attempted, setAttempted] = useState(false);
  const categories = useMemo(() => inTreeOrder(choices.data?.categories ?? []), [choices.data]);
  const create = trpc.products.create.useMutation({
    onSuccess: async ({ id }) => {
      await utils.catalog.products.invalidate();
      await navigate({ to: '/products/$productId/edit', params: { productId: id }, replace: true });
    },
  });
  const missing = (value: string | undefined) => (attempted && !value?.trim() ? t.pe_problem_required() : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (!categoryId || ![number, name.zh, unit.zh].every((value) => value.trim())) return;
    create.mutate({ number, name, unit, categoryId });
  };
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 p-4 md:p-5">
      <Breadcrumbs
        steps={[
          {
            key: 'products',
            node: (
              <Link to="/products" search={searchOf('products')}>
                {t.products_title()}
              </Link>
            ),
          },
          { key: 'new', node: <span>{t.pe_new_product()}</span> },
        ]}
      />
      <h1 className="text-xl font-semibold tracking-tight">{t.pe_new_product()}</h1>
      <Card>
        <form noValidate className="flex flex-col gap-4 p-4" onSubmit={submit}>
          <BothFields
            path="name"
            labels={{ zh: t.pe_name_zh(), en: t.pe_name_en() }}
            value={name}
            onChange={setName}
            errors={{ zh: missing(name.zh) }}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              label={t.pe_number()}
              hint={t.pe_number_hint()}
              value={number}
              error={missing(number)}
              onChange={(event) => setNumber(event.target.value)}
            />
            <Combobox
              label={t.pe_category()}
              value={categoryId}
              error={missing(categoryId)}
              onValueChange={setCategory}
              options={categories.map(({ row, depth }) => ({
                value: row.id,
                label: `${'\u2003'.repeat(depth)}${say(row.name)}`,
              }))}
            />
          </div>
          <BothFields
            path="unit"
            labels={{ zh: t.pe_unit_zh(), en: t.pe_unit_en() }}
            value={unit}
            onChange={setUnit}
            errors={{ zh: missing(unit.zh) }}
          />
          {create.error && (
            <Notice live tone="danger">
              {problemText(create.error, words)}
            </Notice>
          )}
          <div className="flex justify-end">
            <Button type="submit" look="primary" pending={create.isPending}>
              {t.pe_create_draft()}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
};
