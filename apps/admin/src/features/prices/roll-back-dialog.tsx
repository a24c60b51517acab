import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Skeleton, toast, UnitPriceText } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Taking a version back: how many prices return, and which ones stay because they were decided anew since. */
export const RollBackDialog = ({
  listId,
  version,
  onClose,
}: {
  listId: string;
  version: Outputs['prices']['versions'][number];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const undo = trpc.prices.undo.useQuery({ id: version.id });
  const rollBack = trpc.prices.rollBack.useMutation({
    onSuccess: async ({ versionId }) => {
      await utils.prices.versions.invalidate();
      onClose();
      await navigate({ to: '/prices/$listId/drafts/$versionId', params: { listId, versionId } });
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const number = version.number ?? 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.prices_roll_back_title({ number })}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={rollBack.isPending}
            disabledReason={
              undo.data?.changes === 0
                ? t.refusal_price_nothing_to_undo({ number, conflicts: quantity(undo.data.conflicts) })
                : undefined
            }
            onPress={() => rollBack.mutate({ id: version.id })}
          >
            {t.prices_roll_back_do()}
          </Button>
        </>
      }
    >
      {undo.error && <LoadError error={undo.error} onRetry={() => void undo.refetch()} />}
      {undo.isPending && <Skeleton className="h-16" />}
      {undo.data && (
        <div className="flex flex-col gap-3">
          <p>{t.prices_roll_back_body({ n: quantity(undo.data.changes) })}</p>
          {undo.data.conflicts > 0 && (
            <>
              <p className="text-warning-ink">{t.prices_roll_back_conflicts({ n: quantity(undo.data.conflicts) })}</p>
              <ul className="max-h-60 divide-y divide-line overflow-auto rounded-md border border-line">
                {undo.data.told.map((each) => (
                  <li
                    key={`${each.skuId} ${each.minQuantity}`}
                    className="flex items-baseline justify-between gap-3 px-3 py-1.5"
                  >
                    <span className="min-w-0">
                      {say(each.productName)} <span className="tabular text-sm text-faint">{each.itemNumber}</span>
                      <span className="block text-sm text-muted">
                        {each.by === 'outside'
                          ? t.prices_conflict_outside()
                          : t.prices_conflict_by({ number: each.by })}
                      </span>
                    </span>
                    {each.currentE4 !== null && <UnitPriceText price={each.currentE4} />}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
};
