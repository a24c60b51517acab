import { ConfirmDialog, Spinner, toast } from '@tradeline/ui';
import { useMemo } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type Subject, useWhatIf } from './use-what-if.ts';

/** Switching a list on or off, with what that does in numbers before it is done. */
export const SwitchDialog = ({ list, onClose }: { list: Outputs['prices']['list']; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity, money } = words;
  const utils = trpc.useUtils();
  const subject: Subject = useMemo(() => ({ kind: 'switch', listId: list.id }), [list.id]);
  const { summary, running, progress } = useWhatIf(subject);
  const flip = trpc.prices.switch.useMutation({
    onSuccess: async ({ active }) => {
      await utils.prices.invalidate();
      toast.success(active ? t.prices_activated() : t.prices_deactivated());
      onClose();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const ready = summary && !summary.stale && !running;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={list.active ? t.prices_deactivate_title() : t.prices_activate_title()}
      confirmLabel={list.active ? t.prices_deactivate() : t.prices_activate()}
      cancelLabel={t.cancel()}
      destructive={list.active}
      pending={flip.isPending}
      disabledReason={ready ? undefined : t.prices_publish_wait()}
      onConfirm={() => flip.mutate({ id: list.id, active: !list.active })}
    >
      {ready ? (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>{t.prices_switch_goods({ n: quantity(summary.counts.touched) })}</li>
          <li>
            {t.prices_switch_customers({
              dearer: quantity(summary.counts.customers.dearer),
              cheaper: quantity(summary.counts.customers.cheaper),
            })}
          </li>
          <li>{t.prices_switch_lost({ n: quantity(summary.counts.customers.lost) })}</li>
          <li>
            {t.prices_switch_carts({
              n: quantity(summary.carts.count),
              amount: money(summary.carts.after - summary.carts.before),
            })}
          </li>
        </ul>
      ) : (
        <span role="status" className="flex items-center gap-2">
          <Spinner />
          {progress
            ? t.prices_progress({ done: quantity(progress.done), total: quantity(progress.total) })
            : t.prices_reckoning()}
        </span>
      )}
    </ConfirmDialog>
  );
};
