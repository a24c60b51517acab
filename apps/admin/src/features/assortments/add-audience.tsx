import { Button, SelectField } from '@tradeline/ui';
import { useState } from 'react';
import { CustomerField } from '../../lib/customer-field.tsx';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { trpc } from '../../lib/trpc.ts';
import type { Ref } from './ref-list.tsx';

const kinds = ['company', 'group', 'level', 'stranger', 'everyone'] as const;
const levels = ['ordinary', 'silver', 'gold', 'diamond'] as const;

/** Adds somebody for whom the assortment holds. */
export const AddAudience = ({ onAdd }: { onAdd: (ref: Ref) => void }) => {
  const t = useText();
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [kind, setKind] = useState<(typeof kinds)[number]>('group');
  const [ref, setRef] = useState<string>();
  const groups = trpc.customers.groups.useQuery(undefined, { staleTime: 300_000 }).data ?? [];
  const add = async () => {
    if (kind === 'stranger' || kind === 'everyone') return onAdd({ kind });
    if (!ref) return;
    const company = kind === 'company' ? await utils.customers.get.fetch({ id: ref }) : undefined;
    const name = company ? { zh: company.name } : (groups.find((group) => group.id === ref)?.name ?? null);
    onAdd({ kind, ref, name, number: company?.number ?? null });
    setRef(undefined);
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        className="w-40"
        label={t.assortments_audience_kind()}
        value={kind}
        onValueChange={(next) => {
          setKind(next);
          setRef(undefined);
        }}
        options={kinds.map((value) => ({
          value,
          label: {
            company: t.assortments_kind_company(),
            group: t.assortments_kind_group(),
            level: t.assortments_kind_level(),
            stranger: t.assortments_strangers(),
            everyone: t.assortments_everyone(),
          }[value],
        }))}
      />
      {kind === 'company' && (
        <CustomerField className="w-64" label={t.assortments_kind_company()} value={ref} onValueChange={setRef} />
      )}
      {kind === 'group' && (
        <SelectField
          className="w-56"
          label={t.assortments_kind_group()}
          value={ref ?? ''}
          onValueChange={setRef}
          options={[
            { value: '', label: t.assortments_choose() },
            ...groups.map((group) => ({ value: group.id, label: say(group.name) })),
          ]}
        />
      )}
      {kind === 'level' && (
        <SelectField
          className="w-40"
          label={t.assortments_kind_level()}
          value={ref ?? ''}
          onValueChange={setRef}
          options={[
            { value: '', label: t.assortments_choose() },
            ...levels.map((value) => ({ value, label: levelText(value, t) })),
          ]}
        />
      )}
      <Button onPress={() => void add()}>{t.assortments_add()}</Button>
    </div>
  );
};
