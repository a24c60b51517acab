import { SelectField } from '@tradeline/ui';
import { customerStatusText } from '../../lib/customer-words.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { type ChangeSearch, type CustomerSearch, customerStatuses, levels } from './customer-search.ts';

/** Group, level and status. */
export const CustomerFilters = ({
  search,
  onChange,
  labelled = false,
}: {
  search: CustomerSearch;
  onChange: ChangeSearch;
  /** Labels in sight: in the drawer of a phone. */
  labelled?: boolean;
}) => {
  const t = useText();
  const say = useBilingual();
  const groups = trpc.customers.groups.useQuery(undefined, { staleTime: 300_000 });
  const hiddenLabel = !labelled;
  return (
    <>
      <SelectField
        className="md:w-40"
        label={t.customers_group()}
        {...{ hiddenLabel }}
        value={search.group ?? ''}
        onValueChange={(group) => onChange({ group: group || undefined })}
        options={[
          { value: '', label: t.customers_any_group() },
          ...(groups.data ?? []).map((group) => ({ value: group.id, label: say(group.name) })),
        ]}
      />
      <SelectField
        className="md:w-32"
        label={t.customers_level()}
        {...{ hiddenLabel }}
        value={search.level ?? ''}
        onValueChange={(level) => onChange({ level: level || undefined })}
        options={[
          { value: '', label: t.customers_any_level() },
          ...levels.map((value) => ({ value, label: levelText(value, t) })),
        ]}
      />
      <SelectField
        className="md:w-32"
        label={t.customers_status()}
        {...{ hiddenLabel }}
        value={search.status ?? ''}
        onValueChange={(status) => onChange({ status: status || undefined })}
        options={[
          { value: '', label: t.customers_any_status() },
          ...customerStatuses.map((value) => ({ value, label: customerStatusText(value, t) })),
        ]}
      />
    </>
  );
};
