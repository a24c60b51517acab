import { Button, Checkbox, IconButton, SelectField, TextField } from '@tradeline/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { type Bilingual, type Text, useBilingual } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Attribute = Outputs['attributes']['list'][number];
type Kind = Attribute['kind'];
type Choice = { code: string; name: Bilingual };
export const kindText = (kind: Kind, t: Text): string =>
  ({ choice: t.attributes_choice(), number: t.attributes_number(), text: t.attributes_text() })[kind];

/** Defines an attribute. A choice that goods have is taken away only with what they get instead. */
export const AttributeDialog = ({
  attribute,
  categoryId,
  onClose,
}: {
  attribute: Attribute | undefined;
  categoryId: string | null;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [code, setCode] = useState(attribute?.code ?? '');
  const [name, setName] = useState<Bilingual>(attribute?.name ?? { zh: '' });
  const [kind, setKind] = useState<Kind>(attribute?.kind ?? 'choice');
  const [unit, setUnit] = useState(attribute?.unit ?? '');
  const [choices, setChoices] = useState<Choice[]>(attribute?.choices ?? []);
  const [filterable, setFilterable] = useState(attribute?.filterable ?? true);
  const [required, setRequired] = useState(attribute?.required ?? false);
  const [replaced, setReplaced] = useState<Record<string, string>>({});
  const uses = trpc.attributes.uses.useQuery(
    { id: attribute?.id ?? '' },
    { enabled: attribute !== undefined, staleTime: 0 },
  ).data;
  const options = {
    onSuccess: async () => {
      await utils.attributes.invalidate();
      await utils.categories.invalidate();
      onClose();
    },
  };
  const add = trpc.attributes.add.useMutation(options);
  const change = trpc.attributes.change.useMutation(options);
  const remove = trpc.attributes.remove.useMutation(options);
  const problem = add.error ?? change.error ?? remove.error;
  const gone = (attribute?.choices ?? []).filter(
    (choice) => !choices.some((one) => one.code === choice.code) && (uses?.byChoice[choice.code] ?? 0) > 0,
  );
  const fields = {
    name,
    kind,
    unit: kind === 'number' ? unit || null : null,
    choices: kind === 'choice' ? choices : [],
    filterable,
    required,
  };
  const missing =
    name.zh.trim() === '' || code === '' || choices.some((choice) => !choice.code || !choice.name.zh.trim())
      ? t.attributes_complete_first()
      : gone.some((choice) => replaced[choice.code] === undefined)
        ? t.attributes_say_instead()
        : undefined;
  const submit = () => {
    if (missing) return;
    if (!attribute) add.mutate({ ...fields, code, categoryId });
    else
      change.mutate({
        id: attribute.id,
        ...fields,
        replaced: gone.map((choice) => ({ from: choice.code, to: replaced[choice.code] || null })),
      });
  };
  const setChoice = (index: number, next: Partial<(typeof choices)[number]>) =>
    setChoices(choices.map((choice, i) => (i === index ? { ...choice, ...next } : choice)));
  return (
    <FormDialog
      title={attribute ? say(attribute.name) : t.attributes_new()}
      size="lg"
      error={problem}
      save={t.assortments_save()}
      cancel={t.assortments_cancel()}
      pending={add.isPending || change.isPending}
      disabledReason={missing}
      aside={
        attribute && (
          <Button
            look="quiet-danger"
            pending={remove.isPending}
            onPress={() => remove.mutate({ id: attribute.id, withValues: (uses?.products ?? 0) > 0 })}
          >
            {t.attributes_remove({ count: uses?.products ?? 0 })}
          </Button>
        )
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <BilingualFields label={t.assortments_name()} value={name} onValueChange={setName} />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t.attributes_code()}
          hint={t.attributes_code_hint()}
          value={code}
          disabled={attribute !== undefined}
          onChange={(event) => setCode(event.target.value.toLowerCase())}
        />
        <SelectField
          label={t.attributes_kind()}
          value={kind}
          onValueChange={setKind}
          options={(['choice', 'number', 'text'] as const).map((value) => ({ value, label: kindText(value, t) }))}
        />
        {kind === 'number' && (
          <TextField
            optional
            label={t.attributes_unit()}
            value={unit}
            onChange={(event) => setUnit(event.target.value)}
          />
        )}
      </div>
      {kind === 'choice' && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t.attributes_choices()}</legend>
          {choices.map((choice, index) => (
            <div key={`${index + 1}`} className="grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-2">
              <TextField
                hiddenLabel
                label={t.attributes_code()}
                placeholder={t.attributes_code()}
                value={choice.code}
                onChange={(event) => setChoice(index, { code: event.target.value.toLowerCase() })}
              />
              <TextField
                hiddenLabel
                label={t.assortments_name_zh({ label: t.assortments_name() })}
                placeholder={t.assortments_name_zh({ label: t.assortments_name() })}
                value={choice.name.zh}
                onChange={(event) => setChoice(index, { name: { ...choice.name, zh: event.target.value } })}
              />
              <TextField
                hiddenLabel
                label={t.assortments_name_en({ label: t.assortments_name() })}
                placeholder={t.assortments_name_en({ label: t.assortments_name() })}
                value={choice.name.en ?? ''}
                onChange={(event) =>
                  setChoice(index, { name: { ...choice.name, en: event.target.value || undefined } })
                }
              />
              <IconButton
                label={t.assortments_take_out({ name: say(choice.name) })}
                icon={<Trash2 aria-hidden />}
                onPress={() => setChoices(choices.filter((_, i) => i !== index))}
              />
            </div>
          ))}
          <Button
            className="self-start"
            size="sm"
            onPress={() => setChoices([...choices, { code: '', name: { zh: '' } }])}
          >
            <Plus aria-hidden />
            {t.attributes_add_choice()}
          </Button>
        </fieldset>
      )}
      {gone.map((choice) => (
        <SelectField
          key={choice.code}
          label={t.attributes_refusal_choice({
            name: say(choice.name),
            products: uses?.byChoice[choice.code] ?? 0,
          })}
          value={replaced[choice.code] ?? 'ask'}
          onValueChange={(to) => setReplaced({ ...replaced, [choice.code]: to })}
          options={[
            { value: 'ask', label: t.assortments_choose(), disabled: true },
            { value: '', label: t.attributes_no_value() },
            ...choices.filter((one) => one.code).map((one) => ({ value: one.code, label: say(one.name) })),
          ]}
        />
      ))}
      <div className="flex flex-wrap gap-x-6">
        <Checkbox checked={filterable} onCheckedChange={setFilterable} label={t.attributes_filterable()} />
        <Checkbox checked={required} onCheckedChange={setRequired} label={t.attributes_required()} />
      </div>
    </FormDialog>
  );
};
