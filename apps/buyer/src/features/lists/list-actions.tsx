import { useNavigate } from '@tanstack/react-router';
import { Button, ConfirmDialog, Dialog, IconButton, Menu, TextField, toast } from '@tradeline/ui';
import { csv, saveFile } from '@tradeline/ui/csv';
import { Download, EllipsisVertical, Pencil, ShoppingCart, Trash2, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { csvRows } from './csv-rows.ts';
import type { List } from './list-page.tsx';
import { ListReport } from './list-report.tsx';

/** What can be done with a list as a whole. */
export const ListActions = ({ list, name }: { list: List; name: string }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const [renaming, setRenaming] = useState<string>();
  const [deleting, setDeleting] = useState(false);
  const [report, setReport] = useState<Outputs['lists']['toCart']['report']>();
  const key = useRef(crypto.randomUUID());
  const failed = (error: unknown) => toast.error(problemText(error, words));
  const changed = () => void utils.lists.invalidate();
  const update = trpc.lists.update.useMutation({ onSuccess: changed, onError: failed });
  const remove = trpc.lists.remove.useMutation({
    onSuccess: () => {
      toast(t.lists_deleted());
      void utils.lists.mine.invalidate();
      void navigate({ to: '/lists' });
    },
    onError: failed,
  });
  const toCart = trpc.lists.toCart.useMutation({
    onSuccess: (answer) => {
      key.current = crypto.randomUUID();
      utils.cart.get.setData(undefined, answer.cart);
      setReport(answer.report);
    },
    onError: failed,
  });
  const rename = () => {
    const wanted = renaming?.trim();
    if (!wanted) return;
    update.mutate({ id: list.id, name: wanted }, { onSuccess: () => setRenaming(undefined) });
  };
  const named = list.own && list.kind === 'list';
  const canOrder = list.items.some((item) => item.offered?.price);
  return (
    <>
      <Button
        look="primary"
        pending={toCart.isPending}
        disabledReason={canOrder ? undefined : t.lists_add_all_none()}
        onPress={() => toCart.mutate({ id: list.id, idempotencyKey: key.current })}
      >
        <ShoppingCart aria-hidden />
        {t.lists_add_all()}
      </Button>
      <Menu
        trigger={<IconButton plain look="secondary" label={t.lists_more()} icon={<EllipsisVertical aria-hidden />} />}
        entries={[
          {
            key: 'export',
            label: t.lists_export(),
            icon: <Download aria-hidden />,
            onPress: () => saveFile(`${name}.csv`, csv(csvRows(list, words, say))),
          },
          ...(named
            ? [
                {
                  key: 'rename',
                  label: t.lists_rename(),
                  icon: <Pencil aria-hidden />,
                  onPress: () => setRenaming(list.name),
                },
                {
                  key: 'share',
                  label: list.shared ? `✓ ${t.lists_shared()}` : t.lists_share(),
                  icon: <Users aria-hidden />,
                  onPress: () => update.mutate({ id: list.id, shared: !list.shared }),
                },
                { key: 'line', separator: true as const },
                {
                  key: 'delete',
                  label: t.lists_delete(),
                  icon: <Trash2 aria-hidden />,
                  destructive: true,
                  onPress: () => setDeleting(true),
                },
              ]
            : []),
        ]}
      />
      <Dialog
        open={renaming !== undefined}
        onOpenChange={(open) => !open && setRenaming(undefined)}
        title={t.lists_rename()}
        size="sm"
        footer={
          <Button look="primary" pending={update.isPending} onPress={rename}>
            {t.lists_save()}
          </Button>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <TextField
            label={t.lists_name()}
            value={renaming ?? ''}
            maxLength={60}
            onChange={(event) => setRenaming(event.target.value)}
          />
        </form>
      </Dialog>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t.lists_delete_title({ name })}
        confirmLabel={t.lists_delete()}
        cancelLabel={t.cancel()}
        destructive
        onConfirm={() => {
          setDeleting(false);
          remove.mutate({ id: list.id });
        }}
      >
        {t.lists_delete_body({ count: list.items.length })}
      </ConfirmDialog>
      {report && <ListReport report={report} onClose={() => setReport(undefined)} />}
    </>
  );
};
