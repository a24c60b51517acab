import { Button, ConfirmDialog, Dialog, TextField, toast } from '@tradeline/ui';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { refusalOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import type { Sku } from './product-page.tsx';

/** What my company calls this configuration: seen by all of us, changed by those who keep the codes. */
export const MyCode = ({ sku }: { sku: Sku }) => {
  const words = useWords();
  const { t } = words;
  const mayEdit = useMay('code.edit');
  const utils = trpc.useUtils();
  const [code] = sku.codes;
  const [typed, setTyped] = useState<string>();
  const [taken, setTaken] = useState<{ code: string; itemNumber: string }>();
  const done = () => {
    setTyped(undefined);
    setTaken(undefined);
    void utils.catalog.product.invalidate();
    void utils.codes.invalidate();
  };
  const put = trpc.codes.put.useMutation({
    onSuccess: done,
    onError: (error) => {
      const refusal = refusalOf(error);
      if (refusal?.kind === 'code-taken') setTaken(refusal);
      else toast.error(problemText(error, words));
    },
  });
  const remove = trpc.codes.remove.useMutation({
    onSuccess: done,
    onError: (error) => toast.error(problemText(error, words)),
  });
  const save = (move: boolean) => {
    const wanted = typed?.trim();
    if (wanted) put.mutate({ skuId: sku.id, code: wanted, move, ...(code ? { instead: code } : {}) });
    else if (code) remove.mutate({ code });
    else setTyped(undefined);
  };
  if (!mayEdit && !code) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      {code && (
        <>
          {t.product_my_code()} <span className="font-medium text-ink">{sku.codes.join(' · ')}</span>
        </>
      )}
      {mayEdit && (
        <Button look="link" size="sm" onPress={() => setTyped(code ?? '')}>
          {code ? <Pencil aria-hidden className="size-3.5" /> : <Plus aria-hidden className="size-3.5" />}
          {code ? t.codes_edit() : t.product_my_code_add()}
        </Button>
      )}
      <Dialog
        open={typed !== undefined && !taken}
        onOpenChange={(open) => !open && setTyped(undefined)}
        title={code ? t.codes_edit() : t.product_my_code_add()}
        description={t.codes_intro()}
        size="sm"
        footer={
          <Button look="primary" pending={put.isPending || remove.isPending} onPress={() => save(false)}>
            {t.codes_save()}
          </Button>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save(false);
          }}
        >
          <TextField
            label={t.codes_code()}
            hint={sku.itemNumber}
            value={typed ?? ''}
            maxLength={60}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </Dialog>
      <ConfirmDialog
        open={taken !== undefined}
        onOpenChange={(open) => !open && setTaken(undefined)}
        title={t.codes_taken_title()}
        confirmLabel={t.codes_take_over()}
        cancelLabel={t.cancel()}
        onConfirm={() => save(true)}
      >
        {t.codes_taken_body({ code: taken?.code ?? '', item: taken?.itemNumber ?? '' })}
      </ConfirmDialog>
    </p>
  );
};
