import { Button, ConfirmDialog } from '@tradeline/ui';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';
import { useReturnStep } from './use-return-step.ts';

/** Withdraws a return for the customer, as long as nothing has come. */
export const WithdrawButton = ({ found }: { found: Return }) => {
  const { t, quantity } = useWords();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    const target = { id: found.id, expectedVersion: found.order.version };
    if (await step.take(() => returns.cancel.mutate(target), t.returns_withdrawn())) setAsking(false);
  };
  return (
    <>
      <Button size="sm" look="quiet-danger" onPress={() => setAsking(true)}>
        {t.returns_withdraw()}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.returns_withdraw_title({ number: found.number })}
        confirmLabel={t.returns_withdraw()}
        cancelLabel={t.returns_keep()}
        destructive
        pending={step.pending}
        onConfirm={() => void confirm()}
      >
        {t.returns_cancel_body({ count: quantity(found.lines.reduce((sum, line) => sum + line.quantity, 0)) })}
      </ConfirmDialog>
    </>
  );
};
