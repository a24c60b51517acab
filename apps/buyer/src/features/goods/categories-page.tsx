import { Link } from '@tanstack/react-router';
import { cx, PageHeader, Skeleton } from '@tradeline/ui';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type CategoryNode, categoryTree } from './category-tree.ts';

/** The whole catalogue by category: the main ones beside what is in the one chosen, within a thumb's reach. */
export const CategoriesPage = () => {
  const t = useText();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const found = trpc.catalog.search.useQuery({ size: 1 }, { staleTime: 60_000 });
  const [chosen, setChosen] = useState<string>();
  const failed = [categories, found].find((query) => query.error && !query.data);
  if (failed) return <LoadError error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!categories.data || !found.data)
    return (
      <div aria-busy className="flex flex-col gap-3">
        {Array.from({ length: 8 }, (_, at) => (
          <Skeleton key={at} className="h-11 w-full" />
        ))}
      </div>
    );
  const tops = categoryTree(categories.data, found.data.facets.categories);
  const top = tops.find(({ id }) => id === chosen) ?? tops[0];
  return (
    <>
      <PageHeader
        title={t.search_categories()}
        actions={
          <Link to="/brands" className="text-sm text-accent-ink hover:underline">
            {t.search_brands()}
          </Link>
        }
      />
      <div className="-mx-4 grid min-h-96 grid-cols-[7.5rem_minmax(0,1fr)] border-y border-line bg-surface md:mx-0 md:grid-cols-[14rem_minmax(0,1fr)] md:overflow-hidden md:rounded-lg md:border">
        <ul aria-label={t.search_categories()} className="bg-sunken">
          {tops.map((node) => (
            <li key={node.id}>
              <button
                type="button"
                aria-pressed={node === top}
                onClick={() => setChosen(node.id)}
                className={cx(
                  'min-h-12 w-full px-3 text-left text-base focus-visible:outline-offset-[-2px] md:px-4',
                  node === top
                    ? 'border-l-3 border-accent bg-surface font-medium text-accent-ink'
                    : 'border-l-3 border-transparent text-muted hover:text-ink',
                )}
              >
                {say(node.name)}
              </button>
            </li>
          ))}
        </ul>
        <div className="p-3 md:p-5">{top && <Below node={top} />}</div>
      </div>
    </>
  );
};

const Below = ({ node }: { node: CategoryNode }) => {
  const t = useText();
  const say = useBilingual();
  const { quantity } = useWords();
  const line = (each: CategoryNode, label: string) => (
    <li key={each.id}>
      <Link
        to="/goods"
        search={{ category: each.id }}
        className="flex min-h-11 items-center gap-2 rounded-md px-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span className="tabular text-sm text-faint">{quantity(each.count)}</span>
        <ChevronRight aria-hidden className="size-4 text-faint" />
      </Link>
    </li>
  );
  return (
    <ul className="grid gap-x-6 lg:grid-cols-2">
      {line(node, t.search_all_of({ category: say(node.name) }))}
      {node.children.map((child) => line(child, say(child.name)))}
    </ul>
  );
};
