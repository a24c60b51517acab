import { Button, Dialog, Notice, SelectField, TextAreaField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Coupon = Outputs['selling']['coupons'][number];
const levels = ['ordinary', 'silver', 'gold', 'diamond'] as const;

/** Hands one coupon each to all customers, to a level, to a group, or to those named by number. */
export const IssueDialog = ({ coupon, onClose }: { coupon: Coupon; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const groups = trpc.customers.groups.useQuery();
  const [to, setTo] = useState('all');
  const [numbers, setNumbers] = useState('');
  const issue = trpc.selling.issueCoupons.useMutation({
    onSuccess: async ({ issued }) => {
      await utils.selling.coupons.invalidate();
      toast.success(t.coupon_issued({ count: quantity(issued) }));
      onClose();
    },
  });
  const named = numbers.split(/[\s,，、;；]+/u).filter(Boolean);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [kind, ref = ''] = to.split(':');
    if (kind === 'companies' && named.length === 0) return;
    issue.mutate({
      templateId: coupon.id,
      to:
        kind === 'level'
          ? { kind, level: ref as (typeof levels)[number] }
          : kind === 'group'
            ? { kind, groupId: ref }
            : kind === 'companies'
              ? { kind, numbers: named }
              : { kind: 'all' },
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.coupon_issue_title({ name: say(coupon.name) })}
      description={t.coupon_issue_body()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            type="submit"
            form="issue"
            look="primary"
            pending={issue.isPending}
            disabledReason={to === 'companies' && named.length === 0 ? t.coupon_issue_numbers_first() : undefined}
          >
            {t.coupon_issue()}
          </Button>
        </>
      }
    >
      <form id="issue" className="flex flex-col gap-4" onSubmit={submit}>
        {issue.error && (
          <Notice tone="danger" live>
            {problemText(issue.error, words)}
          </Notice>
        )}
        <SelectField
          label={t.coupon_issue_to()}
          value={to}
          onValueChange={setTo}
          options={[
            { value: 'all', label: t.coupon_issue_all() },
            ...levels.map((level) => ({ value: `level:${level}`, label: levelText(level, t) })),
            ...(groups.data ?? []).map((group) => ({ value: `group:${group.id}`, label: say(group.name) })),
            { value: 'companies', label: t.coupon_issue_named() },
          ]}
        />
        {to === 'companies' && (
          <TextAreaField
            label={t.coupon_issue_numbers()}
            hint={t.coupon_issue_numbers_hint()}
            rows={3}
            value={numbers}
            onChange={(event) => setNumbers(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
};
