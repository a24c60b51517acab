import { Badge, Button, Card, CardHeader, ConfirmDialog, EmptyState, IconButton, Skeleton, toast } from '@tradeline/ui';
import { Pencil, Plus, ReceiptText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { TitleDialog } from '../../lib/title-dialog.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';

type Title = Outputs['means']['titles'][number];

/** To whom this company's invoices are made out. */
export const TitleBook = () => {
  const words = useWords();
  const { t } = words;
  const mayEdit = useMay('address.edit');
  const utils = trpc.useUtils();
  const book = trpc.means.titles.useQuery();
  const [editing, setEditing] = useState<Title | 'new' | undefined>();
  const [removing, setRemoving] = useState<Title | undefined>();
  const remove = trpc.means.removeTitle.useMutation({
    onSuccess: async () => {
      await utils.means.titles.invalidate();
      setRemoving(undefined);
      toast.success(t.title_removed());
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const edited = editing === 'new' ? undefined : editing;
  return (
    <Card>
      <CardHeader
        title={t.account_titles()}
        aside={
          mayEdit && (
            <Button size="sm" onPress={() => setEditing('new')}>
              <Plus aria-hidden />
              {t.title_new()}
            </Button>
          )
        }
      />
      {book.error && !book.data ? (
        <LoadError error={book.error} onRetry={() => void book.refetch()} />
      ) : book.data?.length === 0 ? (
        <EmptyState icon={<ReceiptText aria-hidden />} title={t.title_empty()} className="py-8" />
      ) : (
        <ul className="divide-y divide-line">
          {!book.data && (
            <li className="p-4">
              <Skeleton className="h-10" />
            </li>
          )}
          {book.data?.map((title) => (
            <li key={title.id} className="flex items-start justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                <p className="mb-0.5 flex flex-wrap items-center gap-2 font-medium">
                  {title.title}
                  <Badge>{title.kind === 'special' ? t.title_kind_special() : t.title_kind_ordinary()}</Badge>
                  {title.isDefault && <Badge tone="accent">{t.address_default_badge()}</Badge>}
                </p>
                {title.taxNumber && <p className="tabular text-sm text-muted">{title.taxNumber}</p>}
                {title.bank && (
                  <p className="text-sm text-muted">
                    {title.bank} <span className="tabular">{title.account}</span>
                  </p>
                )}
              </div>
              {mayEdit && (
                <div className="flex shrink-0">
                  <IconButton
                    size="sm"
                    label={`${t.edit()} ${title.title}`}
                    icon={<Pencil aria-hidden />}
                    onPress={() => setEditing(title)}
                  />
                  <IconButton
                    size="sm"
                    label={`${t.remove()} ${title.title}`}
                    icon={<Trash2 aria-hidden />}
                    onPress={() => setRemoving(title)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <TitleDialog
        key={edited?.id ?? String(editing)}
        open={editing !== undefined}
        onOpenChange={(open) => !open && setEditing(undefined)}
        title={edited}
        firstOne={book.data?.length === 0}
      />
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={t.title_remove({ title: removing?.title ?? '' })}
        confirmLabel={t.remove()}
        cancelLabel={t.cancel()}
        destructive
        pending={remove.isPending}
        onConfirm={() => removing && remove.mutate({ id: removing.id })}
      >
        {t.address_remove_body()}
      </ConfirmDialog>
    </Card>
  );
};
