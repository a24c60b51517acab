import { Button, Card, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { FolderTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { CategoryRow } from './category-row.tsx';
import { NameDialog, type Naming } from './name-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { type Category, useCategoryMoves } from './use-category-moves.ts';

/** The tree that customers browse: moved by dragging or by keys, with undo. */
export const CategoriesPage = () => {
  const t = useText();
  const mayEdit = useMay('category.edit');
  const { data, error, refetch } = trpc.categories.tree.useQuery();
  const move = useCategoryMoves();
  const [naming, setNaming] = useState<Naming>();
  const [removing, setRemoving] = useState<Category>();
  const rows = data ?? [];
  const childrenOf = (parentId: string | null) => rows.filter((row) => row.parentId === parentId);
  const totalOf = (row: Category): number =>
    row.products + childrenOf(row.id).reduce((sum, child) => sum + totalOf(child), 0);
  const step = (row: Category, way: 'up' | 'down' | 'in' | 'out') => {
    const siblings = childrenOf(row.parentId);
    const index = siblings.findIndex((one) => one.id === row.id);
    const parent = rows.find((one) => one.id === row.parentId);
    if (way === 'up' || way === 'down')
      return move({ id: row.id, parentId: row.parentId, index: Math.max(0, index + (way === 'up' ? -1 : 1)) });
    if (way === 'in') {
      const above = siblings[index - 1];
      return above && move({ id: row.id, parentId: above.id, index: childrenOf(above.id).length });
    }
    if (parent)
      move({
        id: row.id,
        parentId: parent.parentId,
        index: childrenOf(parent.parentId).findIndex((one) => one.id === parent.id) + 1,
      });
  };
  const drop = (target: Category, dragged: string, where: 'before' | 'inside') => {
    if (dragged === target.id) return;
    if (where === 'inside') return move({ id: dragged, parentId: target.id, index: childrenOf(target.id).length });
    const others = childrenOf(target.parentId).filter((one) => one.id !== dragged);
    move({ id: dragged, parentId: target.parentId, index: others.findIndex((one) => one.id === target.id) });
  };
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        title={t.categories_title()}
        meta={mayEdit ? t.categories_lead() : undefined}
        actions={
          mayEdit && (
            <Button look="primary" onPress={() => setNaming({ parentId: null, name: { zh: '' } })}>
              <Plus aria-hidden />
              {t.categories_new()}
            </Button>
          )
        }
      />
      <SectionTabs section="structure" />
      <Card>
        {!data ? (
          <Skeleton className="m-4 h-64" />
        ) : rows.length === 0 ? (
          <EmptyState icon={<FolderTree aria-hidden />} title={t.categories_empty()} />
        ) : (
          <ul aria-label={t.categories_title()} className="divide-y divide-line">
            {inTreeOrder(rows).map(({ row, depth }) => (
              <CategoryRow
                key={row.id}
                row={row}
                depth={depth}
                total={totalOf(row)}
                mayEdit={mayEdit}
                onDrop={(dragged, where) => drop(row, dragged, where)}
                onStep={(way) => step(row, way)}
                onAdd={() => setNaming({ parentId: row.id, name: { zh: '' } })}
                onRename={() => setNaming({ id: row.id, parentId: row.parentId, name: row.name })}
                onRemove={() => setRemoving(row)}
              />
            ))}
          </ul>
        )}
      </Card>
      {naming && <NameDialog naming={naming} onClose={() => setNaming(undefined)} />}
      {removing && <RemoveDialog row={removing} rows={rows} onClose={() => setRemoving(undefined)} />}
    </div>
  );
};
