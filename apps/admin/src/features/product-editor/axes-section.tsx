import { combinationCount, MAX_VARIANTS } from '@tradeline/domain/catalog';
import { Button, Card, CardHeader, IconButton, TextField } from '@tradeline/ui';
import { ArrowDown, ArrowUp, Plus, Trash2, WandSparkles, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { BothFields } from './both-fields.tsx';
import type { AxisForm } from './form-model.ts';
import { GenerateDialog } from './generate-dialog.tsx';
import { moveItem } from './move-item.ts';
import { codeFor } from './option-code.ts';
import { productProblemText } from './problem-words.ts';
import type { Editor } from './use-editor.ts';

/** Along what the variants differ. The axes are edited freely; variants change only when they are generated. */
export const AxesSection = ({ editor }: { editor: Editor }) => {
  const t = useText();
  const [generating, setGenerating] = useState(false);
  const { form, change } = editor;
  const axes = form.axes;
  const set = (i: number, axis: AxisForm) => change({ axes: axes.map((each, n) => (n === i ? axis : each)) });
  const add = () => {
    const name = { zh: '', en: '' };
    const code = codeFor(
      name,
      axes.map((axis) => axis.code),
      'a',
    );
    change({ axes: [...axes, { code, name, values: [] }] });
  };
  const count = combinationCount(axes);
  const empty = axes.some((axis) => axis.values.length === 0 || !axis.name.zh.trim());
  return (
    <Card id="axes" className="scroll-mt-28">
      <CardHeader title={t.pe_section_axes()} aside={<span className="tabular">{t.pe_combinations({ count })}</span>} />
      <div className="flex flex-col gap-3 p-4">
        {axes.length === 0 && <p className="text-muted">{t.pe_no_axes()}</p>}
        {axes.map((axis, i) => (
          <AxisEditor
            key={i}
            axis={axis}
            index={i}
            last={axes.length - 1}
            editor={editor}
            onChange={(next) => set(i, next)}
            onMove={(to) => change({ axes: moveItem(axes, i, to) })}
            onRemove={() => change({ axes: axes.filter((_, n) => n !== i) })}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button onPress={add} disabledReason={axes.length >= 4 ? t.pe_axes_full() : undefined}>
            <Plus aria-hidden />
            {t.pe_add_axis()}
          </Button>
          <Button
            look="primary"
            onPress={() => setGenerating(true)}
            disabledReason={
              empty
                ? t.pe_axes_unfinished()
                : count > MAX_VARIANTS
                  ? t.pe_problem_too_many({ limit: MAX_VARIANTS })
                  : undefined
            }
          >
            <WandSparkles aria-hidden />
            {t.pe_generate()}
          </Button>
        </div>
      </div>
      {generating && <GenerateDialog editor={editor} onClose={() => setGenerating(false)} />}
    </Card>
  );
};

const AxisEditor = ({
  axis,
  index,
  last,
  editor,
  onChange,
  onMove,
  onRemove,
}: {
  axis: AxisForm;
  index: number;
  last: number;
  editor: Editor;
  onChange: (axis: AxisForm) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) => {
  const t = useText();
  const [typed, setTyped] = useState('');
  const wrong = (path: string): string | undefined => {
    const problem = editor.problemAt(`axes.${index}.${path}`);
    return problem && productProblemText(problem, t);
  };
  const addValues = () => {
    const values = [...axis.values];
    for (const word of typed.split(/[,，、;；\n\t]/).map((part) => part.trim())) {
      const [zh = '', en = ''] = word.split(/[|=/]/).map((part) => part.trim());
      if (!zh || values.some((value) => value.name.zh === zh)) continue;
      const name = { zh, en: en || (/^[\x20-\x7e]+$/.test(zh) ? zh : '') };
      values.push({
        name,
        code: codeFor(
          name,
          values.map((value) => value.code),
          'v',
        ),
      });
    }
    onChange({ ...axis, values });
    setTyped('');
  };
  const name = axis.name.zh || t.pe_axis({ n: index + 1 });
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <BothFields
            path={`axes.${index}.name`}
            labels={{ zh: t.pe_axis_zh(), en: t.pe_axis_en() }}
            value={axis.name}
            onChange={(next) =>
              onChange({
                ...axis,
                name: next,
                code:
                  axis.values.length === 0 && next.en
                    ? codeFor(
                        next,
                        editor.form.axes.filter((each) => each !== axis).map((each) => each.code),
                        'a',
                      )
                    : axis.code,
              })
            }
            errors={{ zh: wrong('name.zh'), en: wrong('name.en') }}
          />
        </div>
        <span className="flex pt-5">
          <IconButton
            label={t.pe_move_up_named({ name })}
            icon={<ArrowUp aria-hidden />}
            disabledReason={index === 0 ? t.pe_is_first() : undefined}
            onPress={() => onMove(index - 1)}
          />
          <IconButton
            label={t.pe_move_down_named({ name })}
            icon={<ArrowDown aria-hidden />}
            disabledReason={index === last ? t.pe_is_last() : undefined}
            onPress={() => onMove(index + 1)}
          />
          <IconButton label={t.pe_remove_named({ name })} icon={<Trash2 aria-hidden />} onPress={onRemove} />
        </span>
      </div>
      {axis.values.length > 0 && (
        <ul className="grid gap-1.5 sm:grid-cols-2 xl:grid-cols-3">
          {axis.values.map((value, v) => {
            const set = (part: 'zh' | 'en', text: string) =>
              onChange({
                ...axis,
                values: axis.values.map((each, n) =>
                  n === v ? { ...each, name: { ...each.name, [part]: text } } : each,
                ),
              });
            const label = value.name.zh || value.code;
            return (
              <li key={value.code} className="flex items-start gap-1">
                <TextField
                  hiddenLabel
                  className="flex-1"
                  label={t.pe_value_zh({ n: v + 1 })}
                  value={value.name.zh}
                  error={wrong(`values.${v}.name.zh`)}
                  onChange={(event) => set('zh', event.target.value)}
                />
                <TextField
                  hiddenLabel
                  className="flex-1"
                  label={t.pe_value_en({ n: v + 1 })}
                  placeholder="English"
                  value={value.name.en}
                  onChange={(event) => set('en', event.target.value)}
                />
                <IconButton
                  plain
                  label={t.pe_move_up_named({ name: label })}
                  icon={<ArrowUp aria-hidden />}
                  disabledReason={v === 0 ? t.pe_is_first() : undefined}
                  onPress={() => onChange({ ...axis, values: moveItem(axis.values, v, v - 1) })}
                />
                <IconButton
                  plain
                  label={t.pe_remove_named({ name: label })}
                  icon={<X aria-hidden />}
                  onPress={() => onChange({ ...axis, values: axis.values.filter((_, n) => n !== v) })}
                />
              </li>
            );
          })}
        </ul>
      )}
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          addValues();
        }}
      >
        <TextField
          className="flex-1"
          label={t.pe_add_values()}
          hint={t.pe_add_values_hint()}
          error={wrong('values')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" className="mt-6" disabledReason={typed.trim() ? undefined : t.pe_type_values_first()}>
          {t.pe_add()}
        </Button>
      </form>
    </fieldset>
  );
};
