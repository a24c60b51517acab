import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Notice, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ListFields } from './list-fields.tsx';
import { emptyForm, formOf, problemsOf, termsOf } from './list-form.ts';

/** A new list, or what an existing one is called, whom it is for and when it holds. */
export const ListDialog = ({ list, onClose }: { list?: Outputs['prices']['list']; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => (list ? formOf(list) : emptyForm));
  const [tried, setTried] = useState(false);
  const done = async (id: string) => {
    await utils.prices.invalidate();
    toast.success(t.prices_saved());
    onClose();
    if (!list) await navigate({ to: '/prices/$listId', params: { listId: id } });
  };
  const create = trpc.prices.create.useMutation({ onSuccess: ({ id }) => done(id) });
  const change = trpc.prices.change.useMutation({ onSuccess: ({ id }) => done(id) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problemsOf(form).size > 0) return;
    if (list) change.mutate({ id: list.id, revision: list.revision, terms: termsOf(form) });
    else create.mutate({ ...termsOf(form), code: form.code, kind: form.kind });
  };
  const error = create.error ?? change.error;
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={list ? t.prices_edit_list() : t.prices_new()}
      description={list ? t.prices_edit_list_hint() : t.prices_new_hint()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="price-list" look="primary" pending={create.isPending || change.isPending}>
            {t.prices_save()}
          </Button>
        </>
      }
    >
      <form id="price-list" className="flex flex-col gap-4" onSubmit={submit}>
        {error && (
          <Notice live tone="danger">
            {problemText(error, words)}
          </Notice>
        )}
        <ListFields form={form} onChange={setForm} tried={tried} isNew={!list} />
      </form>
    </Dialog>
  );
};
