import { IconButton } from '@tradeline/ui';
import { X } from 'lucide-react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { refText } from './assortment-words.ts';

export type Ref = {
  kind: string;
  ref?: string;
  name?: { zh: string; en?: string | undefined } | null;
  number?: string | null;
};

/** What has been chosen, each with a way out. */
export const RefList = ({
  refs,
  label,
  empty,
  onRemove,
}: {
  refs: readonly Ref[];
  label: string;
  empty: string;
  onRemove: (ref: Ref) => void;
}) => {
  const t = useText();
  const say = useBilingual();
  if (refs.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return (
    <ul aria-label={label} className="flex max-h-72 flex-wrap gap-2 overflow-y-auto">
      {refs.map((ref) => (
        <li key={`${ref.kind}:${ref.ref ?? ''}`} className="flex items-center rounded-md bg-sunken pl-2.5 text-sm">
          {refText(ref, t, say)}
          <IconButton
            plain
            size="sm"
            label={t.assortments_take_out({ name: refText(ref, t, say) })}
            icon={<X aria-hidden />}
            onPress={() => onRemove(ref)}
          />
        </li>
      ))}
    </ul>
  );
};
