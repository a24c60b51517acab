import { cx } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { SharingPreview } from './sharing-look.tsx';
import { sharingWhy } from './sharing-words.ts';

const cell = 'border-b border-line py-1.5 align-top';

/** Warehouse by warehouse: whose customers may take how much, what they took, and what bounds it. */
export const SharingTable = ({ preview }: { preview: SharingPreview }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  if (preview.length === 0) return <p className="text-sm text-muted">{t.stock_sharing_nowhere()}</p>;
  return preview.map(({ warehouseId, warehouseName, free, shares }) => (
    <section key={warehouseId}>
      <h3 className="flex items-baseline justify-between gap-3 text-sm font-medium">
        {say(warehouseName)}
        <span className="tabular font-normal text-muted">{t.stock_sharing_free({ n: quantity(free) })}</span>
      </h3>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-muted">
            <th scope="col" className={cx(cell, 'text-left font-medium')}>
              {t.stock_sharing_for()}
            </th>
            <th scope="col" className={cx(cell, 'w-16 text-right font-medium')}>
              {t.stock_sharing_taken()}
            </th>
            <th scope="col" className={cx(cell, 'w-16 text-right font-medium')}>
              {t.stock_sharing_may_take()}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.groupId ?? 'others'}>
              <th scope="row" className={cx(cell, 'text-left font-normal')}>
                {share.groupName ? say(share.groupName) : t.stock_sharing_everyone()}
                {share.available !== free && (
                  <span className="tabular block text-faint">{sharingWhy(share, free, words)}</span>
                )}
              </th>
              <td className={cx(cell, 'tabular text-right text-muted')}>{share.ruled ? quantity(share.used) : '–'}</td>
              <td className={cx(cell, 'tabular text-right font-medium')}>{quantity(share.available)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
};
