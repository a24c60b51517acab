import { Link } from '@tanstack/react-router';
import { Card, CardHeader, Skeleton } from '@tradeline/ui';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useVisitor } from '../../lib/use-me.tsx';

/** The first two levels of the catalogue, my own categories first. */
export const CategoryTiles = ({ className }: { className?: string }) => {
  const t = useText();
  const say = useBilingual();
  const rows = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data;
  const signedIn = useVisitor() !== null;
  const usual = trpc.catalog.usual.useQuery(undefined, { enabled: signedIn }).data ?? [];
  const bought = (id: string): number =>
    usual.filter((sku) => sku.categoryId === id).reduce((sum, sku) => sum + sku.orders, 0) +
    (rows ?? []).filter((row) => row.parentId === id).reduce((sum, row) => sum + bought(row.id), 0);
  const tops = (rows ?? []).filter((row) => row.parentId === null).toSorted((a, b) => bought(b.id) - bought(a.id));
  return (
    <Card className={className}>
      <CardHeader title={t.home_categories()} />
      <div className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2 xl:grid-cols-3">
        {!rows && [1, 2, 3, 4, 5, 6].map((tile) => <Skeleton key={tile} className="h-12" />)}
        {tops.map((top) => (
          <div key={top.id} className="min-w-0">
            <Link to="/goods" search={{ category: top.id }} className="inline-block py-0.5 font-medium hover:underline">
              {say(top.name)}
            </Link>
            <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
              {rows
                ?.filter((row) => row.parentId === top.id)
                .map((row) => (
                  <li key={row.id}>
                    <Link
                      to="/goods"
                      search={{ category: row.id }}
                      className="inline-block py-1 text-muted hover:text-ink hover:underline"
                    >
                      {say(row.name)}
                    </Link>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
};
