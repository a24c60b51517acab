import { minor } from '@tradeline/domain/money';
import { Segmented, SelectField, TextField, toast } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import { dayStart } from '../../lib/day-start.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import type { Bilingual } from '../../lib/i18n.tsx';
import { readAmount } from '../../lib/money-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const WEEKS = 30 * 86_400_000;
const count = (typed: string): number | null => (/^[1-9]\d{0,6}$/u.test(typed.trim()) ? Number(typed) : null);

/** A new kind of coupon: what it takes off, from when, for whom and until when. */
export const CouponDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [name, setName] = useState<Bilingual>({ zh: '' });
  const [kind, setKind] = useState<'personal' | 'public'>('personal');
  const [off, setOff] = useState<'amount' | 'percent'>('amount');
  const [typed, setTyped] = useState(() => ({
    code: '',
    value: '',
    from: '',
    startsOn: shopDay(Date.now()),
    endsOn: shopDay(Date.now() + WEEKS),
    issueLimit: '',
    perCompanyLimit: '1',
  }));
  const [tried, setTried] = useState(false);
  const add = trpc.selling.addCoupon.useMutation({
    onSuccess: async () => {
      await utils.selling.coupons.invalidate();
      toast.success(t.coupon_added());
      onClose();
    },
  });
  const value = off === 'amount' ? readAmount(typed.value) : undefined;
  const percent = /^[1-9]\d?(?:\.\d{1,2})?$/u.test(typed.value.trim()) ? typed.value.trim() : undefined;
  const from = typed.from.trim() ? readAmount(typed.from) : null;
  const wrong = {
    name: !name.zh.trim(),
    code: !/^[\w-]{3,40}$/u.test(typed.code.trim()),
    value: off === 'amount' ? !value : !percent,
    from: from === undefined,
    days: typed.endsOn <= typed.startsOn,
  };
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean) || from === undefined) return;
    add.mutate({
      code: typed.code.trim(),
      name,
      kind,
      from: from === null ? null : minor(from),
      off:
        off === 'amount' ? { type: 'amount', amount: minor(value ?? 0) } : { type: 'percent', percent: percent ?? '' },
      startsAt: dayStart(typed.startsOn),
      endsAt: dayStart(typed.endsOn),
      issueLimit: count(typed.issueLimit),
      perCompanyLimit: count(typed.perCompanyLimit),
    });
  };
  return (
    <FormDialog
      title={t.coupon_new()}
      size="lg"
      error={add.error}
      save={t.coupon_create()}
      pending={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <BilingualFields
        label={t.coupon_name()}
        value={name}
        onValueChange={setName}
        error={tried && wrong.name ? t.selling_required() : undefined}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t.coupon_code()}
          hint={t.coupon_code_hint()}
          autoComplete="off"
          error={tried && wrong.code ? t.coupon_code_wrong() : undefined}
          {...field('code')}
        />
        <SelectField
          label={t.coupon_kind()}
          hint={kind === 'personal' ? t.coupon_kind_personal_hint() : t.coupon_kind_public_hint()}
          value={kind}
          onValueChange={setKind}
          options={[
            { value: 'personal', label: t.coupon_kind_personal() },
            { value: 'public', label: t.coupon_kind_public() },
          ]}
        />
        <div className="flex flex-col gap-1">
          <Segmented
            label={t.coupon_off()}
            value={off}
            onValueChange={setOff}
            segments={[
              { value: 'amount', label: t.coupon_off_amount() },
              { value: 'percent', label: t.coupon_off_percent() },
            ]}
          />
          <TextField
            hiddenLabel
            label={t.coupon_off()}
            inputMode="decimal"
            suffix={off === 'percent' ? '%' : '¥'}
            error={tried && wrong.value ? t.coupon_off_wrong() : undefined}
            {...field('value')}
          />
        </div>
        <TextField
          label={t.coupon_from_amount()}
          optional
          inputMode="decimal"
          error={tried && wrong.from ? t.coupon_off_wrong() : undefined}
          {...field('from')}
        />
        <TextField label={t.coupon_starts()} type="date" {...field('startsOn')} />
        <TextField
          label={t.coupon_ends()}
          type="date"
          error={tried && wrong.days ? t.coupon_days_wrong() : undefined}
          {...field('endsOn')}
        />
        <TextField label={t.coupon_issue_limit()} optional inputMode="numeric" {...field('issueLimit')} />
        <TextField label={t.coupon_company_limit()} optional inputMode="numeric" {...field('perCompanyLimit')} />
      </div>
    </FormDialog>
  );
};
