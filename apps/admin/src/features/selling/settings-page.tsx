import {
  Button,
  Card,
  CardHeader,
  Checkbox,
  Notice,
  PageHeader,
  Skeleton,
  TextAreaField,
  TextField,
  toast,
} from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';

type Settings = Outputs['selling']['settings'];
const means = ['terms', 'on-delivery', 'online', 'transfer'] as const;
const meansText: Record<(typeof means)[number], (t: Words['t']) => string> = {
  terms: (t) => t.checkout_means_terms(),
  'on-delivery': (t) => t.checkout_means_on_delivery(),
  online: (t) => t.checkout_means_online(),
  transfer: (t) => t.checkout_means_transfer(),
};

/** How customers may pay, where transfers go, and what they agree to with an order. */
export const SettingsPage = () => {
  const { t } = useWords();
  const { data, error, refetch } = trpc.selling.settings.useQuery();
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-3xl p-4 md:p-5">
      <PageHeader title={t.pay_settings_title()} />
      <SectionTabs section="selling" />
      {data ? <SettingsForm key={data.version} read={data} /> : <Skeleton className="h-80 w-full rounded-lg" />}
    </div>
  );
};

const SettingsForm = ({ read }: { read: Settings }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const mayEdit = useMay('settings.edit');
  const [typed, setTyped] = useState(() => ({
    closed: read.settings.closedMeans as readonly (typeof means)[number][],
    ...(read.settings.bank ?? { holder: '', bank: '', account: '' }),
    version: read.settings.termsOfSale?.version ?? '',
    zh: read.settings.termsOfSale?.zh ?? '',
    en: read.settings.termsOfSale?.en ?? '',
  }));
  const save = trpc.selling.saveSettings.useMutation({
    onSuccess: async () => {
      await utils.selling.settings.invalidate();
      toast.success(t.pay_settings_saved());
    },
  });
  const bankPart = [typed.holder, typed.bank, typed.account].filter((part) => part.trim()).length;
  const reason = !mayEdit
    ? t.pay_settings_read_only()
    : typed.closed.length === means.length
      ? t.pay_settings_one_open()
      : bankPart > 0 && bankPart < 3
        ? t.pay_settings_bank_whole()
        : typed.zh.trim() && !typed.version.trim()
          ? t.pay_settings_version_first()
          : undefined;
  const field = (name: 'holder' | 'bank' | 'account' | 'version' | 'zh' | 'en') => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      fromVersion: read.version,
      settings: {
        closedMeans: [...typed.closed],
        bank: bankPart === 3 ? { holder: typed.holder, bank: typed.bank, account: typed.account } : null,
        termsOfSale: typed.zh.trim() ? { version: typed.version, zh: typed.zh, en: typed.en } : null,
      },
    });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      {save.error && (
        <Notice tone="danger" live>
          {problemText(save.error, words)}
        </Notice>
      )}
      <Card>
        <CardHeader title={t.pay_settings_means()} />
        <div className="flex flex-col gap-1 p-4">
          {means.map((each) => (
            <Checkbox
              key={each}
              label={meansText[each](t)}
              checked={!typed.closed.includes(each)}
              onCheckedChange={(open) =>
                setTyped({
                  ...typed,
                  closed: open ? typed.closed.filter((one) => one !== each) : [...typed.closed, each],
                })
              }
            />
          ))}
        </div>
      </Card>
      <Card>
        <CardHeader title={t.pay_settings_bank()} />
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <TextField label={t.pay_settings_holder()} optional {...field('holder')} />
          <TextField label={t.pay_settings_bank_name()} optional {...field('bank')} />
          <TextField label={t.pay_settings_account()} optional inputMode="numeric" {...field('account')} />
        </div>
      </Card>
      <Card>
        <CardHeader title={t.pay_settings_terms()} />
        <div className="flex flex-col gap-4 p-4">
          <TextField
            className="max-w-60"
            label={t.pay_settings_terms_version()}
            hint={t.pay_settings_terms_hint()}
            optional
            {...field('version')}
          />
          <TextAreaField label={t.pay_settings_terms_zh()} optional rows={6} {...field('zh')} />
          <TextAreaField label={t.pay_settings_terms_en()} optional rows={6} {...field('en')} />
        </div>
      </Card>
      <div>
        <Button type="submit" look="primary" pending={save.isPending} disabledReason={reason}>
          {t.selling_save()}
        </Button>
      </div>
    </form>
  );
};
