import { Link } from '@tanstack/react-router';
import { Badge, Breadcrumbs, buttonClass, Card, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { ListTodo } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { ListActions } from './list-actions.tsx';
import { ListRow } from './list-row.tsx';
import { useListChange } from './use-list-change.ts';

export type List = Outputs['lists']['get'];

/** One list: its goods with today's prices and stock, and the way into the cart for all of them. */
export const ListPage = ({ id }: { id: string }) => {
  const t = useText();
  const list = trpc.lists.get.useQuery({ id });
  const change = useListChange(id);
  if (list.error && !list.data) return <LoadError error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data)
    return (
      <Card aria-busy className="flex flex-col gap-4 p-4">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </Card>
    );
  const { data } = list;
  const name = data.kind === 'favourites' ? t.lists_favourites() : data.name;
  const ids = data.items.map((item) => item.skuId);
  const move = (at: number, to: number) => {
    const next = ids.toSpliced(at, 1);
    next.splice(to, 0, ids[at] ?? '');
    change.arrange(next);
  };
  return (
    <>
      <Breadcrumbs
        steps={[
          { key: 'lists', node: <Link to="/lists">{t.lists_title()}</Link> },
          { key: 'list', node: <span className="line-clamp-1">{name}</span> },
        ]}
      />
      <PageHeader
        title={name}
        badge={
          data.shared ? (
            <Badge tone="accent">{data.own ? t.lists_shared() : t.lists_shared_by({ name: data.ownerName })}</Badge>
          ) : undefined
        }
        meta={t.lists_count({ count: data.items.length })}
        actions={<ListActions list={data} name={name} />}
      />
      {data.items.length === 0 ? (
        <EmptyState
          icon={<ListTodo aria-hidden />}
          title={t.lists_list_empty_title()}
          action={
            <Link to="/goods" className={buttonClass({ look: 'primary' })}>
              {t.home_browse()}
            </Link>
          }
        >
          {t.lists_list_empty_body()}
        </EmptyState>
      ) : (
        <Card>
          <ul className="divide-y divide-line">
            {data.items.map((item, at) => (
              <ListRow
                key={item.skuId}
                item={item}
                own={data.own}
                onQuantity={(quantity) => change.put(item.skuId, quantity)}
                onRemove={() => change.take(item)}
                onUp={at > 0 ? () => move(at, at - 1) : undefined}
                onDown={at < ids.length - 1 ? () => move(at, at + 1) : undefined}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
};
