import { PRICE_KINDS } from '@tradeline/domain/pricing';
import { SelectField, TextAreaField, TextField } from '@tradeline/ui';
import { CustomerField } from '../../lib/customer-field.tsx';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { priceKindText } from '../../lib/price-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { type ListForm, problemsOf } from './list-form.ts';

const LEVELS = ['ordinary', 'silver', 'gold', 'diamond'];

/** What a list is called, whom it is for, when it holds. Code and kind are chosen once. */
export const ListFields = ({
  form,
  onChange,
  tried,
  isNew,
}: {
  form: ListForm;
  onChange: (form: ListForm) => void;
  tried: boolean;
  isNew: boolean;
}) => {
  const t = useText();
  const say = useBilingual();
  const groups = trpc.customers.groups.useQuery(undefined, { staleTime: 300_000, enabled: form.kind === 'group' });
  const wrong = problemsOf(form);
  const set = <Field extends keyof ListForm>(field: Field, value: ListForm[Field]) =>
    onChange({ ...form, [field]: value });
  const error = (field: keyof ListForm, text: string) => (tried && wrong.has(field) ? text : undefined);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {isNew && (
        <>
          <SelectField
            label={t.prices_column_kind()}
            value={form.kind}
            onValueChange={(kind) => set('kind', kind)}
            options={PRICE_KINDS.map((value) => ({ value, label: priceKindText(value, t) }))}
          />
          <TextField
            label={t.prices_code()}
            maxLength={40}
            autoComplete="off"
            value={form.code}
            error={error('code', t.prices_code_wrong())}
            onChange={(event) => set('code', event.target.value.normalize('NFKC').trim())}
          />
        </>
      )}
      <TextField
        label={t.prices_name_zh()}
        maxLength={100}
        value={form.zh}
        error={error('zh', t.prices_name_missing())}
        onChange={(event) => set('zh', event.target.value)}
      />
      <TextField
        label={t.prices_name_en()}
        optional
        maxLength={100}
        value={form.en}
        onChange={(event) => set('en', event.target.value)}
      />
      {(form.kind === 'contract' || form.kind === 'customer') && (
        <CustomerField
          className="sm:col-span-2"
          label={t.prices_for_customer()}
          error={error('companyId', t.prices_for_missing())}
          value={form.companyId}
          onValueChange={(companyId) => set('companyId', companyId)}
        />
      )}
      {form.kind === 'group' && (
        <SelectField
          className="sm:col-span-2"
          label={t.prices_for_group()}
          error={error('groupId', t.prices_for_missing())}
          value={form.groupId}
          onValueChange={(groupId) => set('groupId', groupId)}
          options={[
            { value: '', label: t.prices_choose() },
            ...(groups.data ?? []).map((group) => ({ value: group.id, label: say(group.name) })),
          ]}
        />
      )}
      {form.kind === 'member' && (
        <SelectField
          className="sm:col-span-2"
          label={t.prices_for_level()}
          error={error('level', t.prices_for_missing())}
          value={form.level}
          onValueChange={(level) => set('level', level)}
          options={[
            { value: '', label: t.prices_choose() },
            ...LEVELS.map((value) => ({ value, label: levelText(value, t) })),
          ]}
        />
      )}
      {form.kind === 'channel' && (
        <SelectField
          className="sm:col-span-2"
          label={t.prices_for_channel()}
          error={error('channel', t.prices_for_missing())}
          value={form.channel}
          onValueChange={(channel) => set('channel', channel)}
          options={[
            { value: '', label: t.prices_choose() },
            { value: 'portal', label: t.prices_channel_portal() },
          ]}
        />
      )}
      <TextField
        type="date"
        label={t.prices_valid_from()}
        optional
        value={form.from}
        onChange={(event) => set('from', event.target.value)}
      />
      <TextField
        type="date"
        label={t.prices_valid_to()}
        hint={t.prices_valid_to_hint()}
        optional
        value={form.to}
        error={error('to', t.refusal_price_list_window())}
        onChange={(event) => set('to', event.target.value)}
      />
      <TextField
        label={t.prices_priority()}
        hint={t.prices_priority_hint()}
        inputMode="numeric"
        value={form.priority}
        error={error('priority', t.prices_priority_wrong())}
        onChange={(event) => set('priority', event.target.value)}
      />
      <TextAreaField
        className="sm:col-span-2"
        label={t.prices_note()}
        optional
        maxLength={500}
        value={form.note}
        onChange={(event) => set('note', event.target.value)}
      />
    </div>
  );
};
