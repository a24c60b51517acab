import { minor } from '@tradeline/domain/money';
import { isOurFault } from '@tradeline/domain/order';
import { Button, Card, CardHeader, Checkbox, ConfirmDialog, Notice, Skeleton, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { readAmount } from '../../lib/money-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ReplaceButton } from './replace-button.tsx';
import type { Return } from './return-page.tsx';
import { SettlementList } from './settlement-list.tsx';
import { useReturnStep } from './use-return-step.ts';

/** Refunds what came back, or sends the same goods again, whichever this person may decide. */
export const SettlePanel = ({ found, refund, replace }: { found: Return; refund: boolean; replace: boolean }) => {
  const { t } = useWords();
  return (
    <Card>
      <CardHeader title={t.returns_tab_settle()} aside={replace && <ReplaceButton found={found} />} />
      {refund ? <RefundForm found={found} /> : <p className="p-4 text-muted">{t.returns_waits_finance()}</p>}
    </Card>
  );
};

const RefundForm = ({ found }: { found: Return }) => {
  const words = useWords();
  const { t, money } = words;
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [ourFault, setOurFault] = useState(isOurFault(found.reason));
  const [typed, setTyped] = useState('');
  const [deductionReason, setDeductionReason] = useState('');
  const [asking, setAsking] = useState(false);
  const deduction = typed.trim() ? readAmount(typed) : 0;
  const unsaid = (deduction ?? 0) > 0 && !deductionReason.trim();
  // The figures do not hang on the words: they are not asked for at every letter.
  const wish = { ourFault, deduction: deduction ?? 0, deductionReason: (deduction ?? 0) > 0 ? '-' : '' };
  const preview = trpc.returns.preview.useQuery(
    { id: found.id, ...wish },
    { enabled: deduction !== undefined, placeholderData: (old) => old },
  );
  const currency = found.order.currency;
  const amount = money(preview.data?.amount ?? 0, currency);
  const confirm = async () => {
    if (!preview.data) return;
    const said = { ...wish, deductionReason, expectedAmount: minor(preview.data.amount) };
    const target = { id: found.id, expectedVersion: found.order.version };
    await step.take(() => returns.refund.mutate({ ...target, ...said }), t.returns_refunded_toast());
    setAsking(false);
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-sm text-muted">{t.returns_settle_hint()}</p>
      <Checkbox checked={ourFault} onCheckedChange={setOurFault} label={t.returns_our_fault()} />
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <TextField
          label={t.returns_deduction()}
          optional
          inputMode="decimal"
          suffix="¥"
          error={deduction === undefined ? t.returns_deduction_wrong() : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          label={t.returns_deduction_reason()}
          optional={!deduction}
          maxLength={300}
          error={unsaid ? t.returns_reject_needed() : undefined}
          value={deductionReason}
          onChange={(event) => setDeductionReason(event.target.value)}
        />
      </div>
      {preview.error && (
        <Notice tone="danger" live>
          {problemText(preview.error, words)}
        </Notice>
      )}
      {preview.data ? <SettlementList settled={preview.data} currency={currency} /> : <Skeleton className="h-28" />}
      <Button
        look="primary"
        className="self-end"
        pending={step.pending}
        disabledReason={
          deduction === undefined ? t.returns_deduction_wrong() : unsaid ? t.returns_reject_needed() : undefined
        }
        onPress={() => setAsking(true)}
      >
        {t.returns_refund_confirm({ amount })}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.returns_refund_title({ amount })}
        confirmLabel={t.returns_refund_confirm({ amount })}
        cancelLabel={t.cancel()}
        pending={step.pending || preview.isFetching}
        onConfirm={() => void confirm()}
      >
        {t.returns_refund_body({ number: found.number })}
      </ConfirmDialog>
    </div>
  );
};
