import { Link } from '@tanstack/react-router';
import { Button } from '@tradeline/ui';
import { useWords } from '../../lib/words.ts';
import type { OrderPad } from './use-order-pad.ts';

/** Lines in which no goods were read: greetings mostly, but it is the buyer who says so. */
export const UnreadLines = ({ pad }: { pad: OrderPad }) => {
  const { t } = useWords();
  if (pad.words.length === 0) return null;
  return (
    <section aria-label={t.pad_unread_title()} className="border-t border-line bg-sunken px-4 py-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{t.pad_unread({ count: pad.words.length })}</h3>
        <Button look="quiet" size="sm" onPress={pad.forgetWords}>
          {t.pad_unread_fine()}
        </Button>
      </div>
      <ul className="mt-1 flex max-h-40 flex-col gap-1 overflow-y-auto text-sm">
        {pad.words.map(({ key, line, source }) => (
          <li key={key} className="flex items-center gap-3">
            <span className="tabular text-faint">{t.pad_line({ line })}</span>
            <span className="min-w-0 flex-1 truncate">{source}</span>
            <Link
              to="/goods"
              search={{ q: source.trim().slice(0, 60) }}
              className="inline-flex min-h-6 shrink-0 items-center text-accent-ink hover:underline"
            >
              {t.pad_search()}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
