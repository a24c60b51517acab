import { taxRates } from '@tradeline/domain/catalog';
import { Card, CardHeader, Combobox, SelectField, TextAreaField, TextField } from '@tradeline/ui';
import { useMemo } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import { BothFields } from './both-fields.tsx';
import type { Choices } from './form-model.ts';
import { productProblemText } from './problem-words.ts';
import { TagsField } from './tags-field.tsx';
import type { Editor } from './use-editor.ts';

/** Names, texts and where the goods belong. */
export const BasicsSection = ({ editor, choices }: { editor: Editor; choices: Choices | undefined }) => {
  const { t } = useWords();
  const say = useBilingual();
  const { form, change, problemAt } = editor;
  const wrong = (path: string): string | undefined => {
    const problem = problemAt(path);
    return problem && productProblemText(problem, t);
  };
  const pair = (path: string) => ({ zh: wrong(`${path}.zh`), en: wrong(`${path}.en`) });
  const categories = useMemo(() => inTreeOrder(choices?.categories ?? []), [choices]);
  return (
    <Card id="basics" className="scroll-mt-28">
      <CardHeader title={t.pe_section_basics()} />
      <div className="flex flex-col gap-4 p-4">
        <BothFields
          path="name"
          labels={{ zh: t.pe_name_zh(), en: t.pe_name_en() }}
          value={form.name}
          onChange={(name) => change({ name })}
          errors={pair('name')}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t.pe_number()}
            data-path="number"
            value={form.number}
            error={wrong('number')}
            onChange={(event) => change({ number: event.target.value })}
          />
          <Combobox
            label={t.pe_category()}
            error={wrong('categoryId')}
            value={form.categoryId || undefined}
            onValueChange={(categoryId) => categoryId && change({ categoryId })}
            options={categories.map(({ row, depth }) => ({
              value: row.id,
              label: `${'\u2003'.repeat(depth)}${say(row.name)}`,
            }))}
          />
          <Combobox
            optional
            label={t.pe_brand()}
            placeholder={t.pe_none()}
            value={form.brandId || undefined}
            onValueChange={(brandId) => change({ brandId: brandId ?? '' })}
            options={(choices?.brands ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
          <Combobox
            optional
            label={t.pe_supplier()}
            placeholder={t.pe_none()}
            value={form.supplierId || undefined}
            onValueChange={(supplierId) => change({ supplierId: supplierId ?? '' })}
            options={(choices?.suppliers ?? []).map(({ id, name, number }) => ({
              value: id,
              label: name,
              detail: number,
            }))}
          />
          <TextField
            optional
            label={t.pe_model()}
            value={form.model}
            error={wrong('model')}
            onChange={(event) => change({ model: event.target.value })}
          />
          <SelectField
            label={t.pe_tax()}
            value={form.taxRate}
            error={wrong('taxRate')}
            onValueChange={(taxRate) => change({ taxRate })}
            options={taxRates.map((rate) => ({ value: rate as string, label: `${rate}% · ${taxName[rate](t)}` }))}
          />
        </div>
        <BothFields
          optional
          path="summary"
          labels={{ zh: t.pe_summary_zh(), en: t.pe_summary_en() }}
          value={form.summary}
          onChange={(summary) => change({ summary })}
          errors={pair('summary')}
        />
        <BothFields
          optional
          path="description"
          rows={6}
          hint={t.pe_description_hint()}
          labels={{ zh: t.pe_description_zh(), en: t.pe_description_en() }}
          value={form.description}
          onChange={(description) => change({ description })}
          errors={pair('description')}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TagsField
            value={form.tags}
            known={choices?.tags ?? []}
            error={wrong('tags')}
            onChange={(tags) => change({ tags })}
          />
          <TextAreaField
            optional
            rows={2}
            label={t.pe_keywords()}
            hint={t.pe_keywords_hint()}
            value={form.keywords}
            error={wrong('keywords')}
            onChange={(event) => change({ keywords: event.target.value })}
          />
        </div>
      </div>
    </Card>
  );
};

const taxName = {
  '13': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_13(),
  '9': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_9(),
  '6': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_6(),
  '3': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_3(),
  '1': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_1(),
  '0': (t: ReturnType<typeof useWords>['t']) => t.pe_tax_0(),
};
