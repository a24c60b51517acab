import type { Refusal } from '@tradeline/api/router';
import { Button, Dialog, Meter, Notice } from '@tradeline/ui';
import { useEffect } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { RefusedOrders } from './refused-orders.tsx';

const isOver = (state: string | undefined): boolean => state !== undefined && state !== 'queued' && state !== 'running';

/** Many yeses under way: how far, with a stop; at the end what passed and what was refused. It may be closed and goes on. */
export const ApproveRun = ({ jobId, title, onClose }: { jobId: string; title: string; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const job = trpc.orderDesk.yesJob.useQuery(
    { id: jobId },
    { refetchInterval: (query) => (isOver(query.state.data?.state) ? false : 300) },
  );
  const stop = trpc.orderDesk.stopYes.useMutation();
  const { state, done = 0, total, report, error } = job.data ?? {};
  const over = isOver(state);
  useEffect(() => {
    if (over) void Promise.all([utils.orders.invalidate(), utils.orderDesk.attention.invalidate()]);
  }, [over, utils]);
  const progress = t.desk_approve_progress({ done: quantity(done), count: quantity(total ?? 0) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={title}
      footer={
        <>
          {!over && (
            <Button pending={stop.isPending} onPress={() => stop.mutate({ id: jobId })}>
              {t.desk_approve_stop()}
            </Button>
          )}
          <Button look="primary" onPress={onClose}>
            {t.bulk_close()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3" aria-live="polite">
        {job.error && <Notice tone="danger">{problemText(job.error, words)}</Notice>}
        {!over && (
          <>
            <Meter label={title} value={done} max={Math.max(1, total ?? 1)} valueText={progress} />
            <p className="tabular">{progress}</p>
          </>
        )}
        {state === 'failed' && <Notice tone="danger">{t.desk_approve_failed({ error: error ?? '' })}</Notice>}
        {state === 'cancelled' && <Notice tone="warning">{t.desk_approve_stopped()}</Notice>}
        {report && <p className="font-medium">{t.desk_approve_done({ count: report.passed })}</p>}
        {report && report.refused.length > 0 && (
          <RefusedOrders
            title={t.desk_approve_was_refused({ count: report.refused.length })}
            orders={report.refused.map(({ id, number, refusal }) => ({
              id,
              number,
              why: refusalText(refusal as Refusal, words),
            }))}
          />
        )}
      </div>
    </Dialog>
  );
};
