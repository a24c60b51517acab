import { Button, Card, CardHeader, Dialog, TextAreaField } from '@tradeline/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';
import { useReturnStep } from './use-return-step.ts';

/** Agrees, with how to send it back; or refuses, with why. */
export const ReviewPanel = ({ found, aside }: { found: Return; aside: ReactNode }) => {
  const { t } = useWords();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [answer, setAnswer] = useState('');
  const [refusing, setRefusing] = useState(false);
  const target = { id: found.id, expectedVersion: found.order.version };
  const approve = (event: FormEvent) => {
    event.preventDefault();
    void step.take(() => returns.approve.mutate({ ...target, answer }), t.returns_approved_toast());
  };
  return (
    <Card>
      <CardHeader title={t.returns_tab_review()} aside={aside} />
      <form onSubmit={approve} className="flex flex-col gap-4 p-4">
        <TextAreaField
          label={t.returns_answer()}
          optional
          hint={t.returns_approve_hint()}
          maxLength={500}
          rows={2}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" pending={step.pending && !refusing}>
            {t.returns_approve()}
          </Button>
          <Button look="quiet-danger" onPress={() => setRefusing(true)}>
            {t.returns_reject()}
          </Button>
        </div>
      </form>
      {refusing && <RefuseDialog found={found} onClose={() => setRefusing(false)} />}
    </Card>
  );
};

const RefuseDialog = ({ found, onClose }: { found: Return; onClose: () => void }) => {
  const { t, quantity } = useWords();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const refuse = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!answer.trim()) return;
    const target = { id: found.id, expectedVersion: found.order.version, answer };
    if (await step.take(() => returns.reject.mutate(target), t.returns_rejected_toast())) onClose();
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.returns_reject_title({ number: found.number })}
      description={t.returns_reject_body({
        count: quantity(found.lines.reduce((sum, line) => sum + line.quantity, 0)),
      })}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="refuse-return" look="danger" pending={step.pending}>
            {t.returns_reject()}
          </Button>
        </>
      }
    >
      <form id="refuse-return" onSubmit={(event) => void refuse(event)}>
        <TextAreaField
          label={t.returns_reject_reason()}
          error={tried && !answer.trim() ? t.returns_reject_needed() : undefined}
          maxLength={500}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
