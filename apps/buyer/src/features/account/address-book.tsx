import { Badge, Button, Card, CardHeader, ConfirmDialog, EmptyState, IconButton, Skeleton, toast } from '@tradeline/ui';
import { MapPin, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AddressDialog } from '../../lib/address-dialog.tsx';
import { AddressLines } from '../../lib/address-lines.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';

type Address = Outputs['account']['addresses'][number];

/** Where this company has goods sent. */
export const AddressBook = () => {
  const words = useWords();
  const { t } = words;
  const mayEdit = useMay('address.edit');
  const utils = trpc.useUtils();
  const book = trpc.account.addresses.useQuery();
  const [editing, setEditing] = useState<Address | 'new' | undefined>();
  const [removing, setRemoving] = useState<Address | undefined>();
  const remove = trpc.account.removeAddress.useMutation({
    onSuccess: async () => {
      await utils.account.addresses.invalidate();
      setRemoving(undefined);
      toast.success(t.address_removed());
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const edited = editing === 'new' ? undefined : editing;
  return (
    <Card>
      <CardHeader
        title={t.account_addresses()}
        aside={
          mayEdit && (
            <Button size="sm" onPress={() => setEditing('new')}>
              <Plus aria-hidden />
              {t.checkout_add_address()}
            </Button>
          )
        }
      />
      {book.error && !book.data ? (
        <LoadError error={book.error} onRetry={() => void book.refetch()} />
      ) : book.data?.length === 0 ? (
        <EmptyState icon={<MapPin aria-hidden />} title={t.address_empty()} className="py-8" />
      ) : (
        <ul className="divide-y divide-line">
          {!book.data && (
            <li className="p-4">
              <Skeleton className="h-10" />
            </li>
          )}
          {book.data?.map((address) => (
            <li key={address.id} className="flex items-start justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                {(address.label || address.isDefault) && (
                  <p className="mb-0.5 flex items-center gap-2 font-medium">
                    {address.label}
                    {address.isDefault && <Badge>{t.address_default_badge()}</Badge>}
                  </p>
                )}
                <AddressLines address={address} />
              </div>
              {mayEdit && (
                <div className="flex shrink-0">
                  <IconButton
                    size="sm"
                    label={t.edit()}
                    icon={<Pencil aria-hidden />}
                    onPress={() => setEditing(address)}
                  />
                  <IconButton
                    size="sm"
                    label={t.remove()}
                    icon={<Trash2 aria-hidden />}
                    onPress={() => setRemoving(address)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddressDialog
        key={edited?.id ?? String(editing)}
        open={editing !== undefined}
        onOpenChange={(open) => !open && setEditing(undefined)}
        address={edited}
        firstOne={book.data?.length === 0}
      />
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={t.address_remove_title()}
        confirmLabel={t.remove()}
        cancelLabel={t.cancel()}
        destructive
        pending={remove.isPending}
        onConfirm={() => removing && remove.mutate({ id: removing.id })}
      >
        {removing && <AddressLines address={removing} />}
        <p className="mt-2">{t.address_remove_body()}</p>
      </ConfirmDialog>
    </Card>
  );
};
