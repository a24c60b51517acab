import { cx } from '@tradeline/ui';
import { type ReactNode, useMemo } from 'react';
import { useBilingual, useText } from '../../../lib/i18n.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useWords } from '../../../lib/words.ts';
import { type CategoryNode, categoryTree, pathTo } from '../category-tree.ts';
import type { Facets } from '../found.ts';
import type { ChangeSearch, GoodsSearch } from '../goods-search.ts';
import { FilterSkeleton } from './filter-section.tsx';

/** The category tree with what each branch would leave. A branch opens when it, or one below it, is chosen. */
export const CategoryFilter = ({
  counts,
  search,
  onChange,
}: {
  counts: Facets['categories'];
  search: GoodsSearch;
  onChange: ChangeSearch;
}) => {
  const t = useText();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data;
  const tree = useMemo(() => categoryTree(categories ?? [], counts), [categories, counts]);
  if (!categories) return <FilterSkeleton />;
  const path = pathTo(categories, search.category);
  const open = new Set(path.map((row) => row.id));
  /** Other attributes describe other categories: what was chosen of them goes with the category. */
  const choose = (category: string | undefined) => onChange({ category, a: undefined });
  const branch = (node: CategoryNode, depth: number): ReactNode => (
    <li key={node.id}>
      <Choice
        label={say(node.name)}
        count={node.count}
        depth={depth}
        chosen={node.id === search.category}
        onPress={() => choose(node.id === search.category ? (node.parentId ?? undefined) : node.id)}
      />
      {open.has(node.id) && node.children.length > 0 && (
        <ul>{node.children.map((child) => branch(child, depth + 1))}</ul>
      )}
    </li>
  );
  return (
    <ul>
      <li>
        <Choice label={t.goods_all_categories()} chosen={!search.category} onPress={() => choose(undefined)} />
      </li>
      {tree.map((node) => branch(node, 0))}
    </ul>
  );
};

const Choice = ({
  label,
  count,
  chosen,
  depth = 0,
  onPress,
}: {
  label: string;
  count?: number;
  chosen: boolean;
  depth?: number;
  onPress: () => void;
}) => {
  const { quantity } = useWords();
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      style={{ paddingInlineStart: `${0.5 + depth * 0.875}rem` }}
      className={cx(
        'flex min-h-10 w-full items-center justify-between gap-2 rounded-md pr-0.5 text-left text-base md:min-h-8',
        chosen ? 'bg-accent-soft font-medium text-accent-ink' : 'text-ink hover:bg-hover',
      )}
    >
      <span className="min-w-0 truncate">{label}</span>
      {count !== undefined && <span className="tabular text-sm text-faint">{quantity(count)}</span>}
    </button>
  );
};
