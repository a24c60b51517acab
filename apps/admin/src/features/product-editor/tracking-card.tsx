import { Card, CardHeader, ConfirmDialog, SelectField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Tracking = Outputs['stock']['lots']['tracking']['tracking'];

/** Whether stock of the product is kept by lot. Saved at once, since it changes how its stock is kept, not how it is shown. */
export const TrackingCard = ({ productId }: { productId: string }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [ending, setEnding] = useState(false);
  const { data } = trpc.stock.lots.tracking.useQuery({ productId });
  const save = trpc.stock.lots.setTracking.useMutation({
    onSuccess: () => toast.success(t.stock_tracking_saved()),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: async () => {
      await utils.stock.invalidate();
      setEnding(false);
    },
  });
  const options = [
    { value: 'none' as Tracking, label: t.stock_tracking_none() },
    { value: 'lot' as Tracking, label: t.stock_tracking_lot() },
    { value: 'lot-expiry' as Tracking, label: t.stock_tracking_expiry() },
  ];
  if (!data) return null;
  return (
    <Card id="tracking" className="scroll-mt-28">
      <CardHeader title={t.stock_tracking()} />
      <div className="p-4">
        <SelectField
          className="max-w-72"
          hiddenLabel
          label={t.stock_tracking()}
          value={data.tracking}
          onValueChange={(tracking) =>
            tracking === 'none' && data.tracking !== 'none' ? setEnding(true) : save.mutate({ productId, tracking })
          }
          options={options}
        />
        <p className="pt-2 text-sm text-muted">{t.stock_tracking_hint()}</p>
      </div>
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={t.stock_tracking_end_title()}
        confirmLabel={t.stock_tracking_none()}
        cancelLabel={t.cancel()}
        pending={save.isPending}
        onConfirm={() => save.mutate({ productId, tracking: 'none' })}
      >
        {t.stock_tracking_end_body()}
      </ConfirmDialog>
    </Card>
  );
};
