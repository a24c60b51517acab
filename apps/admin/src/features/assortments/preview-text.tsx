import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** What saving would do: how many customers see how many goods, now and then. */
export const PreviewText = ({ preview, active }: { preview: Outputs['assortments']['preview']; active: boolean }) => {
  const { t, quantity } = useWords();
  const { effects, total, customers, strangers, moreGroups } = preview;
  if (customers === 0 && !strangers) return <p role="status">{t.assortments_preview_nobody()}</p>;
  return (
    <div role="status" className="flex flex-col gap-1.5">
      <p className="font-medium">
        {t.assortments_preview_for({ n: quantity(customers) })}
        {!active && ` ${t.assortments_preview_off()}`}
      </p>
      <ul className="flex flex-col gap-1 text-base">
        {effects.map((effect) => (
          <li key={effect.example ?? 'stranger'} className="tabular">
            {effect.customers > 0
              ? t.assortments_preview_line({
                  customers: quantity(effect.customers),
                  example: effect.example ?? '',
                  after: quantity(effect.after),
                  total: quantity(total),
                  now: quantity(effect.now),
                })
              : t.assortments_preview_strangers({
                  after: quantity(effect.after),
                  total: quantity(total),
                  now: quantity(effect.now),
                })}
          </li>
        ))}
      </ul>
      {moreGroups > 0 && <p className="text-sm text-muted">{t.assortments_preview_more({ count: moreGroups })}</p>}
    </div>
  );
};
