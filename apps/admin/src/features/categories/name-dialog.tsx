import { Button, Dialog } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import type { Bilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Naming = { id?: string; parentId: string | null; name: Bilingual };

/** Names a new category, or one that is there. */
export const NameDialog = ({ naming, onClose }: { naming: Naming; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [name, setName] = useState(naming.name);
  const [tried, setTried] = useState(false);
  const options = {
    onSuccess: async () => {
      await utils.categories.invalidate();
      await utils.catalog.categories.invalidate();
      onClose();
    },
  };
  const add = trpc.categories.add.useMutation(options);
  const rename = trpc.categories.rename.useMutation(options);
  const problem = add.error ?? rename.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.zh.trim()) return;
    if (naming.id) rename.mutate({ id: naming.id, name });
    else add.mutate({ parentId: naming.parentId, name });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={naming.id ? t.categories_rename_title() : t.categories_new()}
      footer={
        <>
          <Button onPress={onClose}>{t.assortments_cancel()}</Button>
          <Button type="submit" form="category-name" look="primary" pending={add.isPending || rename.isPending}>
            {t.assortments_save()}
          </Button>
        </>
      }
    >
      <form id="category-name" onSubmit={submit}>
        <BilingualFields
          label={t.assortments_name()}
          value={name}
          onValueChange={setName}
          error={
            problem ? problemText(problem, words) : tried && !name.zh.trim() ? t.assortments_name_first() : undefined
          }
        />
      </form>
    </Dialog>
  );
};
