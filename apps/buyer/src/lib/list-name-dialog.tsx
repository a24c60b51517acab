import { Button, Checkbox, Dialog, TextField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from './problem-text.ts';
import { trpc } from './trpc.ts';
import { useWords } from './words.ts';

/** Names a new list; with `fromOrder`, one of the goods of that order. */
export const ListNameDialog = ({
  open,
  onOpenChange,
  onMade,
  suggested = '',
  fromOrder,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (id: string, name: string) => void;
  suggested?: string;
  fromOrder?: string;
}) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState<string>();
  const [shared, setShared] = useState(false);
  const create = trpc.lists.create.useMutation();
  const name = (typed ?? suggested).trim();
  const save = () =>
    name !== '' &&
    create.mutate(
      { name, shared, ...(fromOrder ? { fromOrder } : {}) },
      {
        onSuccess: ({ id }) => {
          void utils.lists.mine.invalidate();
          setTyped(undefined);
          onOpenChange(false);
          onMade(id, name);
        },
        onError: (error) => toast.error(problemText(error, words)),
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={fromOrder ? t.lists_save_order() : t.lists_new()}
      size="sm"
      keepOnOutsidePress
      footer={
        <Button look="primary" pending={create.isPending} onPress={save}>
          {t.lists_create()}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t.lists_name()}
          placeholder={t.lists_name_example()}
          value={typed ?? suggested}
          maxLength={60}
          required
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <Checkbox label={t.lists_share()} checked={shared} onCheckedChange={setShared} />
          <p className="text-sm text-muted">{t.lists_share_hint()}</p>
        </div>
      </form>
    </Dialog>
  );
};
