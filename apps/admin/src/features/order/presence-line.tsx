import { Eye, PencilLine } from 'lucide-react';
import type { Here } from '../../lib/live.tsx';
import { useWords } from '../../lib/words.ts';
import { usePresence } from './use-presence.ts';

/** Colleagues who are at this order as well, those who edit it first. */
export const PresenceLine = ({ orderId }: { orderId: string }) => {
  const { t, language } = useWords();
  const others = usePresence(orderId);
  const namesOf = (doing: Here['doing']): string => {
    const editing = new Set(others.filter((each) => each.doing === 'editing').map(({ name }) => name));
    const names = others.filter((each) => each.doing === doing && (doing === 'editing' || !editing.has(each.name)));
    return [...new Set(names.map(({ name }) => name))].join(language === 'en' ? ', ' : '、');
  };
  const [editing, looking] = [namesOf('editing'), namesOf('looking')];
  return (
    <div role="status" className="flex flex-wrap gap-x-4 gap-y-1 text-sm empty:hidden">
      {editing && (
        <span className="inline-flex items-center gap-1.5 rounded-md bg-warning-soft px-2 py-0.5 text-warning-ink">
          <PencilLine aria-hidden className="size-3.5" />
          {t.desk_here_editing({ names: editing })}
        </span>
      )}
      {looking && (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Eye aria-hidden className="size-3.5" />
          {t.desk_here_looking({ names: looking })}
        </span>
      )}
    </div>
  );
};
