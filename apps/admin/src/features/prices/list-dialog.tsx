import { useNavigate } from '@tanstack/react-router';
import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { FormDialog } from '../../lib/form-dialog.tsx';
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
  const submit = () => {
    setTried(true);
    if (problemsOf(form).size > 0) return;
    if (list) change.mutate({ id: list.id, revision: list.revision, terms: termsOf(form) });
    else create.mutate({ ...termsOf(form), code: form.code, kind: form.kind });
  };
  return (
    <FormDialog
      title={list ? t.prices_edit_list() : t.prices_new()}
      size="lg"
      description={list ? t.prices_edit_list_hint() : t.prices_new_hint()}
      error={create.error ?? change.error}
      save={t.prices_save()}
      pending={create.isPending || change.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <ListFields form={form} onChange={setForm} tried={tried} isNew={!list} />
    </FormDialog>
  );
};
