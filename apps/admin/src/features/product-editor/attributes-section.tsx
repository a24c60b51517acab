import { Button, Card, CardHeader, IconButton, SelectField, TextField } from '@tradeline/ui';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { BothFields } from './both-fields.tsx';
import { both } from './form-model.ts';
import { moveItem } from './move-item.ts';
import { productProblemText } from './problem-words.ts';
import type { Editor } from './use-editor.ts';

/** What goods of this category are described by, and free rows of the specification below. */
export const AttributesSection = ({ editor }: { editor: Editor }) => {
  const t = useText();
  const say = useBilingual();
  const { form, change, definitions, problemAt } = editor;
  const wrong = (path: string): string | undefined => {
    const problem = problemAt(path);
    return problem && productProblemText(problem, t);
  };
  const set = (code: string, value: string | { zh: string; en: string }) =>
    change({ attributes: { ...form.attributes, [code]: value } });
  const rows = form.specification;
  return (
    <Card id="attributes" className="scroll-mt-28">
      <CardHeader title={t.pe_section_attributes()} />
      <div className="flex flex-col gap-4 p-4">
        {definitions.length === 0 ? (
          <p className="text-muted">{t.pe_no_attributes()}</p>
        ) : (
          <div className="grid gap-3 sm:grid-cols-2">
            {definitions.map(({ code, name, kind, unit, choices, required }) => {
              const value = form.attributes[code];
              const field = {
                label: say(name),
                optional: !required,
                error: wrong(`attributes.${code}`),
                'data-path': `attributes.${code}`,
              };
              if (kind === 'choice')
                return (
                  <SelectField
                    key={code}
                    {...field}
                    value={typeof value === 'string' ? value : ''}
                    onValueChange={(chosen) => set(code, chosen)}
                    options={[
                      { value: '', label: t.pe_choose() },
                      ...choices.map((choice) => ({ value: choice.code, label: say(choice.name) })),
                    ]}
                  />
                );
              if (kind === 'number')
                return (
                  <TextField
                    key={code}
                    {...field}
                    inputMode="decimal"
                    suffix={unit}
                    value={typeof value === 'string' ? value : ''}
                    onChange={(event) => set(code, event.target.value)}
                  />
                );
              return (
                <div key={code} className="sm:col-span-2">
                  <BothFields
                    path={`attributes.${code}`}
                    optional={!required}
                    labels={{ zh: t.pe_in_chinese({ name: say(name) }), en: t.pe_in_english({ name: say(name) }) }}
                    value={typeof value === 'object' ? value : both(undefined)}
                    onChange={(text) => set(code, text)}
                    errors={{ zh: field.error }}
                  />
                </div>
              );
            })}
          </div>
        )}
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          <h3 className="text-base font-medium">{t.pe_specification()}</h3>
          <p className="text-sm text-muted">{t.pe_specification_hint()}</p>
          {rows.map((row, i) => {
            const set = (part: Partial<typeof row>) =>
              change({ specification: rows.map((each, n) => (n === i ? { ...each, ...part } : each)) });
            const at = `specification.${i}`;
            return (
              <fieldset
                key={i}
                className="grid grid-cols-2 items-end gap-2 rounded-md border border-line p-2 md:grid-cols-[1fr_1fr_1.4fr_1.4fr_auto] md:border-0 md:p-0"
              >
                <legend className="sr-only">{t.pe_row({ n: i + 1 })}</legend>
                {(
                  [
                    ['name', 'zh', t.pe_spec_name_zh()],
                    ['name', 'en', t.pe_spec_name_en()],
                    ['value', 'zh', t.pe_spec_value_zh()],
                    ['value', 'en', t.pe_spec_value_en()],
                  ] as const
                ).map(([part, language, label]) => (
                  <TextField
                    key={`${part}${language}`}
                    hiddenLabel={i > 0}
                    label={label}
                    data-path={`${at}.${part}.${language}`}
                    value={row[part][language]}
                    error={wrong(`${at}.${part}.${language}`)}
                    onChange={(event) => set({ [part]: { ...row[part], [language]: event.target.value } })}
                  />
                ))}
                <span className="col-span-2 flex justify-end md:col-span-1">
                  <IconButton
                    label={t.pe_move_up()}
                    icon={<ArrowUp aria-hidden />}
                    disabledReason={i === 0 ? t.pe_is_first() : undefined}
                    onPress={() => change({ specification: moveItem(rows, i, i - 1) })}
                  />
                  <IconButton
                    label={t.pe_move_down()}
                    icon={<ArrowDown aria-hidden />}
                    disabledReason={i === rows.length - 1 ? t.pe_is_last() : undefined}
                    onPress={() => change({ specification: moveItem(rows, i, i + 1) })}
                  />
                  <IconButton
                    label={t.pe_remove()}
                    icon={<Trash2 aria-hidden />}
                    onPress={() => change({ specification: rows.filter((_, n) => n !== i) })}
                  />
                </span>
              </fieldset>
            );
          })}
          <Button
            className="self-start"
            onPress={() => change({ specification: [...rows, { name: both(undefined), value: both(undefined) }] })}
          >
            <Plus aria-hidden />
            {t.pe_add_row()}
          </Button>
        </div>
      </div>
    </Card>
  );
};
