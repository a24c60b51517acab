import { Button, ConfirmDialog } from '@tradeline/ui';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';
import { useReturnStep } from './use-return-step.ts';

/** Sends the same goods again at no price, after saying what that makes. */
export const ReplaceButton = ({ found }: { found: Return }) => {
  const { t, quantity } = useWords();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    const target = { id: found.id, expectedVersion: found.order.version };
    await step.take(
      () => returns.replace.mutate(target),
      ({ replacement }) => t.returns_replaced_toast({ number: replacement.number }),
    );
    setAsking(false);
  };
  const units = found.lines.reduce((sum, line) => sum + (line.received ?? 0), 0);
  return (
    <>
      <Button size="sm" look={found.wish === 'replace' ? 'primary' : 'secondary'} onPress={() => setAsking(true)}>
        <RefreshCw aria-hidden />
        {t.returns_replace()}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.returns_replace_title({ number: found.number })}
        confirmLabel={t.returns_replace()}
        cancelLabel={t.cancel()}
        pending={step.pending}
        onConfirm={() => void confirm()}
      >
        {t.returns_replace_body({ count: quantity(units) })}
      </ConfirmDialog>
    </>
  );
};
