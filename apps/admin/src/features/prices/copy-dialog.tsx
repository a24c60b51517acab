import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Notice, RadioGroup, SelectField, TextField } from '@tradeline/ui';
import { useDeferredValue, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { CopyPreview } from './copy-preview.tsx';
import { type FormulaForm, formulaOf, plainFormula, roundings } from './formula-form.ts';
import { ListFields } from './list-fields.tsx';
import { emptyForm, problemsOf, termsOf } from './list-form.ts';

/** Prices of a list by a formula, into a draft of the same or another list, or into a new list. Nothing holds before it is published. */
export const CopyDialog = ({ list, onClose }: { list: Outputs['prices']['list']; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const costs = useMay('price.read-cost');
  const [formula, setFormula] = useState<FormulaForm>(plainFormula);
  const [target, setTarget] = useState<string>(list.id);
  const [form, setForm] = useState({ ...emptyForm, kind: list.kind });
  const [category, setCategory] = useState('');
  const [tried, setTried] = useState(false);
  const lists = trpc.prices.lists.useQuery();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const made = formulaOf(formula);
  const wish = made && { sourceId: list.id, formula: made, tiers: formula.tiers, category: category || undefined };
  const shown = useDeferredValue(wish);
  const preview = trpc.prices.previewCopy.useQuery(
    shown ?? { sourceId: list.id, formula: { basis: 'price' }, tiers: 'all' },
    {
      enabled: shown !== undefined,
      placeholderData: (old) => old,
      retry: false,
    },
  );
  const copy = trpc.prices.copy.useMutation({
    onSuccess: async ({ listId, versionId }) => {
      await utils.prices.invalidate();
      onClose();
      await navigate({ to: '/prices/$listId/drafts/$versionId', params: { listId, versionId } });
    },
  });
  const set = <Field extends keyof FormulaForm>(field: Field, value: FormulaForm[Field]) =>
    setFormula({ ...formula, [field]: value });
  const isNew = target === 'new';
  const submit = () => {
    setTried(true);
    if (!wish || (isNew && problemsOf(form).size > 0)) return;
    copy.mutate({
      wish,
      target: isNew
        ? { kind: 'new-list', list: { ...termsOf(form), code: form.code, kind: form.kind } }
        : { kind: 'draft', listId: target },
    });
  };
  const nothing = preview.data?.prices === 0 ? t.prices_copy_nothing() : undefined;
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.prices_copy_title({ name: say(list.name) })}
      description={t.prices_copy_hint()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={copy.isPending}
            disabledReason={!wish || preview.error ? t.prices_copy_wrong() : nothing}
            onPress={submit}
          >
            {t.prices_copy_do({ n: quantity(preview.data?.prices ?? 0) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 pb-2">
        {(copy.error ?? preview.error) && (
          <Notice live tone="danger">
            {problemText(copy.error ?? preview.error, words)}
          </Notice>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t.prices_copy_target()}
            value={target}
            onValueChange={setTarget}
            options={[
              { value: list.id, label: t.prices_copy_same() },
              { value: 'new', label: t.prices_copy_new() },
              ...(lists.data ?? [])
                .filter(({ id }) => id !== list.id)
                .map((each) => ({ value: each.id, label: `${say(each.name)} (${each.code})` })),
            ]}
          />
          <SelectField
            label={t.products_category()}
            value={category}
            onValueChange={setCategory}
            options={[
              { value: '', label: t.products_any_category() },
              ...(categories.data ?? []).map((each) => ({ value: each.id, label: say(each.name) })),
            ]}
          />
        </div>
        {isNew && <ListFields form={form} onChange={setForm} tried={tried} isNew />}
        {costs && (
          <RadioGroup
            label={t.prices_formula_basis()}
            value={formula.basis}
            onValueChange={(basis) => set('basis', basis)}
            options={[
              { value: 'price', label: t.prices_basis_price() },
              { value: 'cost', label: t.prices_basis_cost() },
              { value: 'margin', label: t.prices_basis_margin() },
            ]}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            label={formula.basis === 'margin' ? t.prices_formula_margin() : t.prices_formula_percent()}
            hint={formula.basis === 'margin' ? undefined : t.prices_formula_percent_hint()}
            optional
            suffix="%"
            autoComplete="off"
            value={formula.percent}
            onChange={(event) => set('percent', event.target.value)}
          />
          <TextField
            label={t.prices_formula_amount()}
            hint={t.prices_formula_amount_hint()}
            optional
            autoComplete="off"
            value={formula.amount}
            error={made ? undefined : t.prices_cell_wrong()}
            onChange={(event) => set('amount', event.target.value)}
          />
          {costs && (
            <TextField
              label={t.prices_formula_floor()}
              hint={t.prices_formula_floor_hint()}
              optional
              suffix="%"
              inputMode="decimal"
              autoComplete="off"
              value={formula.minMargin}
              onChange={(event) => set('minMargin', event.target.value)}
            />
          )}
          <SelectField
            label={t.prices_formula_rounding()}
            value={formula.rounding}
            onValueChange={(rounding) => set('rounding', rounding)}
            options={roundings.map((value) => ({
              value,
              label:
                value === 'none'
                  ? t.prices_rounding_none()
                  : value.startsWith('.')
                    ? t.prices_rounding_ending({ ending: value })
                    : t.prices_rounding_step({ step: value }),
            }))}
          />
          <SelectField
            label={t.prices_formula_direction()}
            value={formula.direction}
            onValueChange={(direction) => set('direction', direction)}
            options={[
              { value: 'nearest', label: t.prices_direction_nearest() },
              { value: 'up', label: t.prices_direction_up() },
              { value: 'down', label: t.prices_direction_down() },
            ]}
          />
          <SelectField
            label={t.prices_formula_tiers()}
            value={formula.tiers}
            onValueChange={(tiers) => set('tiers', tiers)}
            options={[
              { value: 'all', label: t.prices_tiers_all() },
              { value: 'first', label: t.prices_tiers_first() },
            ]}
          />
        </div>
        {preview.data && !preview.error && <CopyPreview preview={preview.data} busy={preview.isPlaceholderData} />}
      </div>
    </Dialog>
  );
};
