import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Dialog, IconButton, Menu, type MenuEntry, Notice, TextField, toast } from '@tradeline/ui';
import { Bookmark, BookmarkPlus, ListX, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type OrderSearch, orderSearch } from './order-search.ts';

type View = Outputs['orderDesk']['views'][number];

/** What of an address makes a view: everything but the page one happens to be on. */
const keepable = ({ page: _, ...search }: OrderSearch): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** Lists as somebody has narrowed them, by name: one's own and those that colleagues share. */
export const ViewsMenu = ({ search }: { search: OrderSearch }) => {
  const { t } = useWords();
  const navigate = useNavigate({ from: '/orders/' });
  const [asking, setAsking] = useState<'save' | 'manage'>();
  const views = trpc.orderDesk.views.useQuery(undefined, { staleTime: 60_000 });
  const open = (view: View) => void navigate({ search: orderSearch.parse(view.search) });
  const entry = (view: View): MenuEntry => ({
    key: view.id,
    label: view.own ? view.name : `${view.name} · ${view.staffName}`,
    icon: <Bookmark aria-hidden />,
    onPress: () => open(view),
  });
  const all = views.data ?? [];
  const shared = all.filter(({ own }) => !own);
  const entries: MenuEntry[] = [
    ...all.filter(({ own }) => own).map(entry),
    ...(shared.length > 0 ? [{ key: 'shared', separator: true as const }, ...shared.map(entry)] : []),
    ...(all.length > 0 ? [{ key: 'line', separator: true as const }] : []),
    {
      key: 'save',
      label: t.desk_view_save(),
      icon: <BookmarkPlus aria-hidden />,
      onPress: () => setAsking('save'),
    },
    {
      key: 'manage',
      label: t.desk_view_manage(),
      icon: <ListX aria-hidden />,
      onPress: () => setAsking('manage'),
      disabledReason: all.some(({ own }) => own) ? undefined : t.desk_views_none(),
    },
  ];
  return (
    <>
      <Menu
        trigger={
          <Button size="sm">
            <Bookmark aria-hidden />
            {t.desk_views()}
          </Button>
        }
        entries={entries}
      />
      {asking === 'save' && <SaveView search={search} onClose={() => setAsking(undefined)} />}
      {asking === 'manage' && <ManageViews views={all.filter(({ own }) => own)} onClose={() => setAsking(undefined)} />}
    </>
  );
};

const SaveView = ({ search, onClose }: { search: OrderSearch; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = trpc.orderDesk.saveView.useMutation({
    onSuccess: async () => {
      await utils.orderDesk.views.invalidate();
      toast.success(t.desk_view_saved({ name: name.trim() }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate({ name: name.trim(), shared, search: keepable(search) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      size="sm"
      title={t.desk_view_save()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            type="submit"
            form="view"
            look="primary"
            pending={save.isPending}
            disabledReason={name.trim() ? undefined : t.desk_view_name()}
          >
            {t.desk_save()}
          </Button>
        </>
      }
    >
      <form id="view" className="flex flex-col gap-3" onSubmit={submit}>
        {save.error && (
          <Notice tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <TextField
          label={t.desk_view_name()}
          hint={t.desk_view_name_hint()}
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox label={t.desk_view_share()} checked={shared} onCheckedChange={setShared} />
      </form>
    </Dialog>
  );
};

const ManageViews = ({ views, onClose }: { views: readonly View[]; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const settle = {
    onSettled: () => utils.orderDesk.views.invalidate(),
    onError: (error: unknown) => toast.error(problemText(error, words)),
  };
  const restore = trpc.orderDesk.saveView.useMutation(settle);
  const remove = trpc.orderDesk.removeView.useMutation(settle);
  const press = ({ id, name, shared, search }: View) =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          toast.success(t.desk_view_removed({ name }), {
            action: {
              label: t.desk_view_undo(),
              onClick: () => restore.mutate({ name, shared, search: keepable(orderSearch.parse(search)) }),
            },
          }),
      },
    );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="sm" title={t.desk_views_own()}>
      {views.length === 0 ? (
        <p className="text-muted">{t.desk_views_none()}</p>
      ) : (
        <ul className="divide-y divide-line">
          {views.map((view) => (
            <li key={view.id} className="flex items-center justify-between gap-3 py-1">
              <span className="min-w-0 truncate">
                {view.name}
                {view.shared && <span className="ml-2 text-sm text-muted">{t.desk_view_is_shared()}</span>}
              </span>
              <IconButton
                plain
                size="sm"
                label={t.desk_view_remove({ name: view.name })}
                icon={<Trash2 aria-hidden />}
                onPress={() => press(view)}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
