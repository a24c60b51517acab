import { itemNumberBy, planVariants, unknownPlaceholders, usualPattern } from '@tradeline/domain/catalog';
import { Badge, Button, Dialog, TextField } from '@tradeline/ui';
import { useMemo, useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { newVariant, type VariantForm } from './form-model.ts';
import type { Editor } from './use-editor.ts';

/** What generating will do, before it is done: which variants are new, which stay, which are withdrawn or go. */
export const GenerateDialog = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const t = useText();
  const say = useBilingual();
  const { form, change } = editor;
  const [pattern, setPattern] = useState(() => usualPattern(form.axes));
  const unknown = unknownPlaceholders(pattern, form.axes);
  const plan = useMemo(() => {
    const active = form.variants.filter((variant) => variant.status === 'active' || fits(variant, editor));
    const { rows, left } = planVariants(form.axes, active);
    return { rows, left: [...left, ...form.variants.filter((variant) => !active.includes(variant))] };
  }, [form, editor]);
  const like = form.variants[0];
  const made = plan.rows.map(({ variant, options }): VariantForm => {
    const itemNumber = itemNumberBy(pattern, form.number.trim(), options);
    if (!variant) return newVariant(options, itemNumber, like);
    // The one variant a product begins with is no goods yet: it takes its place among the others by the pattern.
    const first = !variant.used && Object.keys(variant.options).length === 0;
    return { ...variant, options, status: 'active', ...(first ? { itemNumber } : {}) };
  });
  const fresh = made.filter((row) => !form.variants.some((variant) => variant.key === row.key));
  const withdrawn = plan.left.filter((variant) => variant.used);
  const gone = plan.left.filter((variant) => !variant.used);
  const label = (options: Record<string, string>) => optionText(form.axes, options, say);
  const rows = [
    ...made.map((row) => ({ row, state: fresh.includes(row) ? ('new' as const) : ('kept' as const) })),
    ...withdrawn.map((row) => ({ row, state: 'withdrawn' as const })),
    ...gone.map((row) => ({ row, state: 'gone' as const })),
  ];
  const words = {
    new: t.pe_will_be_new(),
    kept: t.pe_will_stay(),
    withdrawn: t.pe_will_be_withdrawn(),
    gone: t.pe_will_go(),
  };
  const tones = { new: 'success', kept: 'neutral', withdrawn: 'warning', gone: 'danger' } as const;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t.pe_generate()}
      description={t.pe_generate_counts({
        fresh: fresh.length,
        kept: made.length - fresh.length,
        withdrawn: withdrawn.length,
        gone: gone.length,
      })}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            disabledReason={unknown.length > 0 ? t.pe_pattern_unknown({ names: unknown.join(', ') }) : undefined}
            onPress={() => {
              change({ variants: [...made, ...withdrawn.map((row) => ({ ...row, status: 'withdrawn' as const }))] });
              onClose();
            }}
          >
            {t.pe_generate_apply({ count: made.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t.pe_pattern()}
          value={pattern}
          error={unknown.length > 0 ? t.pe_pattern_unknown({ names: unknown.join(', ') }) : undefined}
          hint={t.pe_pattern_hint({
            names: ['number', ...form.axes.map((axis) => axis.code)].map((name) => `{${name}}`).join(' '),
          })}
          onChange={(event) => setPattern(event.target.value)}
        />
        <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {rows.map(({ row, state }) => (
            <li key={`${state}${row.key}`} className="flex items-center gap-3 px-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className={state === 'gone' ? 'line-through' : ''}>{label(row.options) || row.itemNumber}</span>
                <span className="tabular ml-2 text-sm text-faint">{row.itemNumber}</span>
              </span>
              <Badge tone={tones[state]}>{words[state]}</Badge>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
};

/** A withdrawn variant whose options are still among the values comes back when variants are generated. */
const fits = (variant: VariantForm, { form }: Editor): boolean =>
  form.axes.length > 0 &&
  form.axes.every((axis) => axis.values.some((value) => value.code === variant.options[axis.code]));
