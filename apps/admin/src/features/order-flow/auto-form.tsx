import { GRADES } from '@tradeline/domain/credit';
import { minor } from '@tradeline/domain/money';
import { Button, Card, CardHeader, Checkbox, Notice, SelectField, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { plainAmount, readAmount } from '../../lib/money-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { WhatIf } from './what-if.tsx';

type Read = Outputs['orderDesk']['automation'];
type Rule = Read['automation']['rule'];
type Channel = Rule['channels'][number];

const channels: Record<Channel, (t: Words['t']) => string> = {
  portal: (t) => t.desk_auto_channel_portal(),
  replacement: (t) => t.desk_auto_channel_replacement(),
};
const conditions = [
  ['notOverdue', (t: Words['t']) => t.desk_auto_not_overdue()],
  ['inStock', (t: Words['t']) => t.desk_auto_in_stock()],
  ['listPrices', (t: Words['t']) => t.desk_auto_list_prices()],
] as const;

const readCount = (typed: string): number | undefined => (/^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : undefined);

/** The rule by which orders are confirmed without a person, and what it would have done last month, reckoned as it is typed. */
export const AutoForm = ({ read }: { read: Read }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const mayEdit = useMay('settings.edit');
  const [wish, setWish] = useState(read.automation);
  const [typed, setTyped] = useState({
    max: plainAmount(read.automation.rule.maxAmount),
    orders: String(read.automation.rule.minOrders),
  });
  const save = trpc.orderDesk.saveAutomation.useMutation({
    onSuccess: async () => {
      await utils.orderDesk.automation.invalidate();
      toast.success(t.desk_auto_saved());
    },
  });
  const max = typed.max.trim() === '' ? null : readAmount(typed.max);
  const orders = readCount(typed.orders);
  const rule: Rule | undefined =
    max === undefined || orders === undefined
      ? undefined
      : { ...wish.rule, maxAmount: max === null ? null : minor(max), minOrders: orders };
  const change = (part: Partial<Rule>) => setWish({ ...wish, rule: { ...wish.rule, ...part } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule) save.mutate({ fromVersion: read.version, automation: { ...wish, rule } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card>
        <CardHeader title={t.desk_auto_title()} />
        <div className="px-4 py-3">
          <Checkbox
            label={<span className="font-medium">{t.desk_auto_on()}</span>}
            checked={wish.confirm}
            onCheckedChange={(confirm) => setWish({ ...wish, confirm })}
          />
          <p className="pl-7 text-sm text-muted">{t.desk_auto_on_hint()}</p>
        </div>
        <div className="grid gap-4 border-t border-line px-4 py-4 sm:grid-cols-3">
          <TextField
            label={t.desk_auto_max()}
            hint={t.desk_auto_max_hint()}
            inputMode="decimal"
            value={typed.max}
            error={max === undefined ? t.desk_auto_wrong() : undefined}
            onChange={(event) => setTyped({ ...typed, max: event.target.value })}
          />
          <TextField
            label={t.desk_auto_orders()}
            hint={t.desk_auto_orders_hint()}
            inputMode="numeric"
            value={typed.orders}
            error={orders === undefined ? t.desk_auto_wrong() : undefined}
            onChange={(event) => setTyped({ ...typed, orders: event.target.value })}
          />
          <SelectField
            label={t.desk_auto_grade()}
            value={wish.rule.minGrade ?? ''}
            onValueChange={(grade) => change({ minGrade: grade || null })}
            options={[
              { value: '', label: t.desk_auto_grade_any() },
              ...GRADES.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
        <div className="grid gap-x-6 gap-y-3 px-4 pb-3 sm:grid-cols-2">
          <div>
            {conditions.map(([key, label]) => (
              <Checkbox
                key={key}
                label={label(t)}
                checked={wish.rule[key]}
                onCheckedChange={(on) => change({ [key]: on })}
              />
            ))}
          </div>
          <fieldset>
            <legend className="pb-1 text-sm text-muted">{t.desk_auto_channels()}</legend>
            {(Object.keys(channels) as Channel[]).map((channel) => (
              <Checkbox
                key={channel}
                label={channels[channel](t)}
                checked={wish.rule.channels.includes(channel)}
                onCheckedChange={(on) =>
                  change({
                    channels: on
                      ? [...wish.rule.channels, channel]
                      : wish.rule.channels.filter((each) => each !== channel),
                  })
                }
              />
            ))}
          </fieldset>
        </div>
        {rule && <WhatIf rule={rule} />}
        <fieldset className="border-t border-line px-4 py-3">
          <legend className="sr-only">{t.desk_auto_flow()}</legend>
          <p aria-hidden className="pb-1 text-sm text-muted">
            {t.desk_auto_flow()}
          </p>
          <Checkbox
            label={t.desk_auto_start_review()}
            checked={wish.startReview}
            onCheckedChange={(startReview) => setWish({ ...wish, startReview })}
          />
          <Checkbox
            label={t.desk_auto_start_picking()}
            checked={wish.startPicking}
            onCheckedChange={(startPicking) => setWish({ ...wish, startPicking })}
          />
        </fieldset>
        <div className="flex justify-end border-t border-line px-4 py-3">
          <Button
            type="submit"
            look="primary"
            pending={save.isPending}
            disabledReason={!mayEdit ? t.desk_plan_read_only() : rule ? undefined : t.desk_auto_wrong()}
          >
            {t.desk_auto_save()}
          </Button>
        </div>
        {save.error && (
          <Notice tone="danger" live className="mx-4 mb-4">
            {problemText(save.error, words)}
          </Notice>
        )}
      </Card>
    </form>
  );
};
