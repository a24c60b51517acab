import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Dialog, Notice, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Product } from './form-model.ts';

/** A draft like this product, under a number of its own. */
export const DuplicateDialog = ({ product, onClose }: { product: Product; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const [number, setNumber] = useState(`${product.number}-2`);
  const [withVariants, setVariants] = useState(true);
  const [withPictures, setPictures] = useState(true);
  const duplicate = trpc.products.duplicate.useMutation({
    onSuccess: async ({ id }) => {
      await utils.catalog.products.invalidate();
      onClose();
      await navigate({ to: '/products/$productId/edit', params: { productId: id } });
    },
  });
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t.pe_duplicate_title()}
      description={t.pe_duplicate_body()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={duplicate.isPending}
            disabledReason={number.trim() ? undefined : t.pe_problem_required()}
            onPress={() => duplicate.mutate({ id: product.id, number, withVariants, withPictures })}
          >
            {t.pe_duplicate()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField label={t.pe_number()} value={number} onChange={(event) => setNumber(event.target.value)} />
        <Checkbox
          checked={withVariants}
          onCheckedChange={setVariants}
          label={t.pe_with_variants({ count: product.variants.length })}
        />
        <Checkbox
          checked={withPictures}
          onCheckedChange={setPictures}
          label={t.pe_with_pictures({ count: product.pictures.length })}
        />
        {duplicate.error && (
          <Notice live tone="danger">
            {problemText(duplicate.error, words)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
