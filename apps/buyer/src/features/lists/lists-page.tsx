import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Button, Card, DateText, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { ChevronRight, Heart, ListPlus, ListTodo } from 'lucide-react';
import { useState } from 'react';
import { ListNameDialog } from '../../lib/list-name-dialog.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** My favourites, my lists and those that colleagues share. */
export const ListsPage = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const lists = trpc.lists.mine.useQuery();
  const [naming, setNaming] = useState(false);
  const open = (listId: string) => void navigate({ to: '/lists/$listId', params: { listId } });
  const make = (
    <Button look="primary" onPress={() => setNaming(true)}>
      <ListPlus aria-hidden />
      {t.lists_new()}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.lists_title()} actions={lists.data && lists.data.length > 0 ? make : undefined} />
      {lists.error && !lists.data ? (
        <LoadError error={lists.error} onRetry={() => void lists.refetch()} />
      ) : !lists.data ? (
        <Card aria-busy className="flex flex-col gap-4 p-4">
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </Card>
      ) : lists.data.length === 0 ? (
        <EmptyState icon={<Heart aria-hidden />} title={t.lists_empty_title()} action={make}>
          {t.lists_empty_body()}
        </EmptyState>
      ) : (
        <Card>
          <ul className="divide-y divide-line">
            {lists.data.map((list) => (
              <li key={list.id}>
                <Link
                  to="/lists/$listId"
                  params={{ listId: list.id }}
                  className="flex min-h-16 items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:outline-offset-[-2px]"
                >
                  <span className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-muted [&_svg]:size-4.5">
                    {list.kind === 'favourites' ? <Heart aria-hidden /> : <ListTodo aria-hidden />}
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span className="truncate font-medium">
                        {list.kind === 'favourites' ? t.lists_favourites() : list.name}
                      </span>
                      {list.shared && (
                        <Badge tone="accent">
                          {list.own ? t.lists_shared() : t.lists_shared_by({ name: list.ownerName })}
                        </Badge>
                      )}
                    </span>
                    <span className="block text-sm text-muted">
                      {t.lists_count({ count: list.lines })} · {t.lists_changed()}{' '}
                      <DateText at={list.updatedAt} style="date" />
                    </span>
                  </span>
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ListNameDialog open={naming} onOpenChange={setNaming} onMade={open} />
    </>
  );
};
