import { fromMillis, type Instant } from '@tradeline/domain/kernel';
import { Button, Dialog, Notice, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Product } from './form-model.ts';

/** `2026-11-27T12:30` in the clock of this device, as the browser's own picker wants it. */
const toLocal = (at: string | null): string => {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const toInstant = (local: string): Instant | null => (local ? fromMillis(new Date(local).getTime()) : null);

/** When goods go live and when they leave by themselves. Each moment is exact, by the clock of the database. */
export const PlanDialog = ({ product, onClose }: { product: Product; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [publishAt, setPublishAt] = useState(toLocal(product.publishAt));
  const [withdrawAt, setWithdrawAt] = useState(toLocal(product.withdrawAt));
  const setLife = trpc.products.setLife.useMutation({
    onSuccess: async () => {
      await Promise.all([utils.products.invalidate(), utils.catalog.invalidate()]);
      onClose();
    },
  });
  const published = product.status === 'published';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.pe_plan_title()}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={setLife.isPending}
            onPress={() =>
              setLife.mutate({
                id: product.id,
                expectedVersion: product.version,
                wish: {
                  action: 'plan',
                  publishAt: published ? null : toInstant(publishAt),
                  withdrawAt: toInstant(withdrawAt),
                },
              })
            }
          >
            {t.pe_plan_save()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {!published && (
          <TextField
            optional
            type="datetime-local"
            label={t.pe_publish_at()}
            hint={t.pe_publish_at_hint()}
            value={publishAt}
            onChange={(event) => setPublishAt(event.target.value)}
          />
        )}
        <TextField
          optional
          type="datetime-local"
          label={t.pe_withdraw_at()}
          hint={t.pe_withdraw_at_hint()}
          value={withdrawAt}
          onChange={(event) => setWithdrawAt(event.target.value)}
        />
        {setLife.error && (
          <Notice live tone="danger">
            {problemText(setLife.error, words)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
