import { reviewRoles, type StaffRole } from '@tradeline/domain/access';
import { type ReviewStep, reviewSteps } from '@tradeline/domain/order';
import { Button, Card, CardHeader, Checkbox, Notice, toast } from '@tradeline/ui';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { reviewText, staffRoleText } from '../../lib/order-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';

type Read = Outputs['orderDesk']['reviewPlan'];
type Plan = Read['plan'];

const meant: Record<ReviewStep, (t: Words['t']) => string> = {
  order: (t) => t.desk_step_order_is(),
  finance: (t) => t.desk_step_finance_is(),
  release: (t) => t.desk_step_release_is(),
};

/** Which reviews are on, and whose people pass them. The way an order takes is drawn above as it would be. */
export const PlanForm = ({ read }: { read: Read }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const mayEdit = useMay('settings.edit');
  const [plan, setPlan] = useState<Plan>(read.plan);
  const save = trpc.orderDesk.saveReviewPlan.useMutation({
    onSuccess: async () => {
      await utils.orderDesk.reviewPlan.invalidate();
      toast.success(t.desk_plan_saved());
    },
  });
  const change = (step: ReviewStep, rule: Partial<Plan[ReviewStep]>) =>
    setPlan({ ...plan, [step]: { ...plan[step], ...rule } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ fromVersion: read.version, plan });
  };
  return (
    <form onSubmit={submit}>
      <Card>
        <CardHeader title={t.desk_plan_title()} />
        <Way plan={plan} />
        <div className="divide-y divide-line border-t border-line">
          {reviewSteps.map((step) => (
            <fieldset key={step} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_1fr]">
              <legend className="sr-only">{reviewText(step, t)}</legend>
              <div>
                <Checkbox
                  label={<span className="font-medium">{reviewText(step, t)}</span>}
                  checked={plan[step].on}
                  onCheckedChange={(on) => change(step, { on })}
                />
                <p className="pl-7 text-sm text-muted">{meant[step](t)}</p>
              </div>
              {plan[step].on && (
                <fieldset aria-label={t.desk_plan_roles_of({ step: reviewText(step, t) })}>
                  <p className="text-sm text-muted">{t.desk_plan_roles()}</p>
                  <div className="flex flex-wrap gap-x-5">
                    {reviewRoles(step)
                      .filter((role) => role !== 'administrator')
                      .map((role) => (
                        <Checkbox
                          key={role}
                          label={staffRoleText(role, t)}
                          checked={plan[step].roles.includes(role)}
                          onCheckedChange={(chosen) =>
                            change(step, { roles: withRole(plan[step].roles, role, chosen) })
                          }
                        />
                      ))}
                  </div>
                </fieldset>
              )}
            </fieldset>
          ))}
          <div className="px-4 py-3">
            <Checkbox
              label={t.desk_plan_distinct()}
              checked={plan.distinct}
              onCheckedChange={(distinct) => setPlan({ ...plan, distinct })}
            />
            <p className="pl-7 text-sm text-muted">{t.desk_plan_distinct_hint()}</p>
          </div>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3">
          <p className="min-w-0 flex-1 basis-60 text-sm text-muted">{t.desk_plan_keeps()}</p>
          <Button
            type="submit"
            look="primary"
            pending={save.isPending}
            disabledReason={mayEdit ? undefined : t.desk_plan_read_only()}
          >
            {t.desk_plan_save()}
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

const withRole = (roles: readonly StaffRole[], role: StaffRole, chosen: boolean): StaffRole[] =>
  chosen ? [...roles, role] : roles.filter((one) => one !== role);

/** The stations from placing to picking, reviews between them. */
const Way = ({ plan }: { plan: Plan }) => {
  const { t } = useWords();
  const on = (step: ReviewStep): string[] => (plan[step].on ? [reviewText(step, t)] : []);
  const stations = [
    { text: t.desk_plan_submitted(), fixed: true },
    ...[...on('order'), ...on('finance')].map((text) => ({ text, fixed: false })),
    { text: t.desk_plan_confirmed(), fixed: true },
    ...on('release').map((text) => ({ text, fixed: false })),
    { text: t.desk_plan_picking(), fixed: true },
  ];
  return (
    <ol aria-label={t.desk_plan_path()} className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-4 py-3">
      {stations.map(({ text, fixed }, at) => (
        <li key={text} className="flex items-center gap-2">
          {at > 0 && <ArrowRight aria-hidden className="size-3.5 text-faint" />}
          <span
            className={
              fixed ? 'text-sm text-muted' : 'rounded-md bg-accent-soft px-2 py-0.5 text-sm font-medium text-accent-ink'
            }
          >
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
};
