import { Notice, Skeleton } from '@tradeline/ui';
import { useDeferredValue, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { GoodsField } from './goods-field.tsx';
import type { ChosenGoods, readRule } from './sharing-form.ts';
import { SharingTable } from './sharing-table.tsx';

/** What everybody may take by a rule that is not saved yet, of goods of the rule or of any. */
export const SharingDraftLook = ({
  goods,
  rule,
}: {
  /** Those the rule is for; undefined: all, of which one is chosen here. */
  goods: readonly ChosenGoods[] | undefined;
  rule: ReturnType<typeof readRule>;
}) => {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<ChosenGoods>();
  const of = goods ? goods[0] : chosen;
  const asked = useDeferredValue(rule);
  const look = trpc.stock.sharing.previewDraft.useQuery(
    { skuId: of?.skuId ?? '', rule: asked! },
    { enabled: of !== undefined && asked !== undefined, placeholderData: (old) => old },
  );
  const title = of ? `${t.stock_sharing_look_draft()} · ${of.itemNumber}` : t.stock_sharing_look_draft();
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {!goods && <GoodsField label={t.stock_sharing_choose()} onChoose={setChosen} />}
      {!of && <p className="text-sm text-muted">{t.stock_sharing_look_hint()}</p>}
      {look.error && <Notice tone="warning">{problemText(look.error, words)}</Notice>}
      {of && rule && !look.data && !look.error && <Skeleton className="h-32 w-full" />}
      {of && rule && !look.error && look.data && (
        <SharingTable preview={look.data.filter(({ warehouseId }) => warehouseId === rule?.warehouseId)} />
      )}
    </section>
  );
};
