import { Button, Dialog, Notice, Skeleton, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { plainAmount, readAmount } from '../../lib/money-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { readUnits } from './lines-field.tsx';

type Rules = Outputs['stock']['levels']['settings'];

/** From where on a second pair of eyes is needed, and when alerts speak. */
export const RulesDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords();
  const { data } = trpc.stock.levels.settings.useQuery();
  return data ? (
    <Form key={data.version} rules={data} onClose={onClose} />
  ) : (
    <Dialog open onOpenChange={onClose} title={t.stock_settings()}>
      <Skeleton className="h-60 w-full" />
    </Dialog>
  );
};

const Form = ({ rules: { settings, version }, onClose }: { rules: Rules; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState({
    approve: plainAmount(settings.approveAbove),
    percent: String(settings.recountAboveBp / 100),
    value: plainAmount(settings.recountAboveValue),
    cover: String(settings.coverDays),
    expiry: String(settings.expiryDays),
    slow: String(settings.slowDays),
  });
  const save = trpc.stock.levels.saveSettings.useMutation({
    onSuccess: async () => {
      await utils.stock.invalidate();
      toast.success(t.stock_settings_saved());
      onClose();
    },
  });
  const read = {
    approveAbove: typed.approve.trim() === '' ? null : readAmount(typed.approve),
    recountAboveBp: readAmount(typed.percent),
    recountAboveValue: readAmount(typed.value),
    coverDays: readUnits(typed.cover),
    expiryDays: readUnits(typed.expiry),
    slowDays: readUnits(typed.slow),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { approveAbove, recountAboveBp, recountAboveValue, coverDays, expiryDays, slowDays } = read;
    if (approveAbove === undefined || recountAboveBp === undefined || recountAboveValue === undefined) return;
    if (coverDays === undefined || expiryDays === undefined || slowDays === undefined) return;
    save.mutate({
      fromVersion: version,
      settings: { approveAbove, recountAboveBp, recountAboveValue, coverDays, expiryDays, slowDays },
    });
  };
  const field = (name: keyof typeof typed, label: string, value: unknown) => (
    <TextField
      label={label}
      inputMode="decimal"
      value={typed[name]}
      error={value === undefined ? t.stock_settings_wrong() : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_settings()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="rules" look="primary" pending={save.isPending}>
            {t.stock_save()}
          </Button>
        </>
      }
    >
      <form id="rules" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {save.error && (
          <Notice tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        {field('approve', t.stock_settings_approve(), read.approveAbove)}
        {field('percent', t.stock_settings_recount(), read.recountAboveBp)}
        {field('value', t.stock_settings_recount_value(), read.recountAboveValue)}
        {field('cover', t.stock_settings_cover(), read.coverDays)}
        {field('expiry', t.stock_settings_expiry(), read.expiryDays)}
        {field('slow', t.stock_settings_slow(), read.slowDays)}
      </form>
    </Dialog>
  );
};
