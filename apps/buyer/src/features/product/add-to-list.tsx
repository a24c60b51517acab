import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, toast } from '@tradeline/ui';
import { ListPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';

const ListNameDialog = lazy(() =>
  import('../../lib/list-name-dialog.tsx').then((module) => ({ default: module.ListNameDialog })),
);

/** Puts a configuration on one of my lists, or on a new one. */
export const AddToList = ({ skuId }: { skuId: string }) => {
  const words = useWords();
  const { t } = words;
  const mayKeep = useMay('list.edit');
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const lists = trpc.lists.mine.useQuery(undefined, { enabled: mayKeep, staleTime: 60_000 }).data ?? [];
  const put = trpc.lists.put.useMutation();
  const [naming, setNaming] = useState(false);
  if (!mayKeep) return null;
  const addTo = (id: string, name: string) =>
    put.mutate(
      { id, lines: [{ skuId, quantity: null }] },
      {
        onSuccess: () => {
          void utils.lists.invalidate();
          toast.success(t.lists_added_to({ name }), {
            action: {
              label: t.lists_open(),
              onClick: () => void navigate({ to: '/lists/$listId', params: { listId: id } }),
            },
          });
        },
        onError: (error) => toast.error(problemText(error, words)),
      },
    );
  const own = lists.filter((list) => list.own && list.kind === 'list');
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button look="quiet" size="sm" pending={put.isPending}>
            <ListPlus aria-hidden />
            {t.lists_add_to()}
          </Button>
        }
        entries={[
          ...own.map((list) => ({ key: list.id, label: list.name, onPress: () => addTo(list.id, list.name) })),
          ...(own.length > 0 ? [{ key: 'line', separator: true as const }] : []),
          { key: 'new', label: t.lists_new(), icon: <ListPlus aria-hidden />, onPress: () => setNaming(true) },
        ]}
      />
      {naming && (
        <Suspense>
          <ListNameDialog open onOpenChange={setNaming} onMade={addTo} />
        </Suspense>
      )}
    </>
  );
};
