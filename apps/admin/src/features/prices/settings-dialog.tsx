import { Button, Checkbox, Dialog, Skeleton, TextField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** How prices are published in this company: by whom, and below which margin a warning is given. */
export const SettingsDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const settings = trpc.prices.settings.useQuery();
  const [fourEyes, setFourEyes] = useState<boolean>();
  const [margin, setMargin] = useState<string>();
  const save = trpc.prices.saveSettings.useMutation({
    onSuccess: async () => {
      await utils.prices.settings.invalidate();
      toast.success(t.prices_saved());
      onClose();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const typed = (margin ?? settings.data?.minMargin ?? '0').normalize('NFKC').trim();
  const wrong = !/^\d{1,2}(\.\d{1,2})?$/u.test(typed);
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.prices_settings()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={save.isPending}
            disabledReason={wrong ? t.prices_margin_wrong() : undefined}
            onPress={() => save.mutate({ fourEyes: fourEyes ?? settings.data?.fourEyes ?? false, minMargin: typed })}
          >
            {t.prices_save()}
          </Button>
        </>
      }
    >
      {settings.data ? (
        <div className="flex flex-col gap-4">
          <div>
            <Checkbox
              checked={fourEyes ?? settings.data.fourEyes}
              onCheckedChange={setFourEyes}
              label={t.prices_four_eyes()}
            />
            <p className="pl-7 text-sm text-muted">{t.prices_four_eyes_hint()}</p>
          </div>
          <TextField
            className="max-w-60"
            label={t.prices_min_margin()}
            hint={t.prices_min_margin_hint()}
            error={wrong ? t.prices_margin_wrong() : undefined}
            inputMode="decimal"
            suffix="%"
            value={margin ?? settings.data.minMargin}
            onChange={(event) => setMargin(event.target.value)}
          />
        </div>
      ) : (
        <Skeleton className="h-24" />
      )}
    </Dialog>
  );
};
