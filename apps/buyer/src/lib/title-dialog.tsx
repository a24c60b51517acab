import { checkInvoiceTitle } from '@tradeline/domain/order';
import { Button, Checkbox, Dialog, Notice, Segmented, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useId, useState } from 'react';
import { problemText } from './problem-text.ts';
import { titleProblemText } from './refusal-text.ts';
import { type Outputs, trpc } from './trpc.ts';
import { useWords } from './words.ts';

type Title = Outputs['means']['titles'][number];

const fieldsOf = (title: Title | undefined, firstOne: boolean) => ({
  kind: (title?.kind ?? 'ordinary') as 'ordinary' | 'special',
  title: title?.title ?? '',
  taxNumber: title?.taxNumber ?? '',
  bank: title?.bank ?? '',
  account: title?.account ?? '',
  address: title?.address ?? '',
  phone: title?.phone ?? '',
  email: title?.email ?? '',
  isDefault: title?.isDefault ?? firstOne,
});

/** Makes an invoice title, or changes one. The tax number is checked here by the rule the server asks too. */
export const TitleDialog = ({
  open,
  onOpenChange,
  title,
  firstOne = false,
  onSaved,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title?: Title | undefined;
  firstOne?: boolean;
  onSaved?: (id: string) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const formId = useId();
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState(() => fieldsOf(title, firstOne));
  const [tried, setTried] = useState(false);
  const save = trpc.means.saveTitle.useMutation({
    onSuccess: async ({ id }) => {
      await utils.means.titles.invalidate();
      onSaved?.(id);
      onOpenChange(false);
      toast.success(t.title_saved());
    },
  });
  const checked = checkInvoiceTitle(typed);
  const problem = checked.ok ? undefined : checked.error;
  const errorAt = (field: string): string | undefined => {
    if (!tried || !problem) return undefined;
    const at = problem.kind === 'missing' ? problem.field : 'taxNumber';
    return at === field ? titleProblemText(problem, words) : undefined;
  };
  const text = (name: Exclude<keyof typeof typed, 'kind' | 'isDefault'>) => ({
    value: typed[name],
    error: errorAt(name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (!problem) save.mutate({ ...typed, ...(title ? { id: title.id } : {}) });
  };
  const special = typed.kind === 'special';
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      keepOnOutsidePress
      title={title ? t.title_edit() : t.title_new()}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t.cancel()}</Button>
          <Button type="submit" form={formId} look="primary" pending={save.isPending}>
            {t.save()}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="grid gap-3.5 sm:grid-cols-2" onSubmit={submit}>
        {save.error && (
          <Notice className="sm:col-span-2" tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <Segmented
          className="sm:col-span-2"
          label={t.title_kind()}
          value={typed.kind}
          onValueChange={(kind) => setTyped({ ...typed, kind })}
          segments={[
            { value: 'ordinary', label: t.title_kind_ordinary() },
            { value: 'special', label: t.title_kind_special() },
          ]}
        />
        <TextField
          className="sm:col-span-2"
          label={t.title_field_title()}
          autoComplete="organization"
          {...text('title')}
        />
        <TextField
          className="sm:col-span-2"
          label={t.title_field_tax_number()}
          hint={t.title_tax_hint()}
          optional={!special}
          autoComplete="off"
          autoCapitalize="characters"
          {...text('taxNumber')}
        />
        <TextField label={t.title_field_bank()} optional={!special} {...text('bank')} />
        <TextField label={t.title_field_account()} optional={!special} inputMode="numeric" {...text('account')} />
        <TextField label={t.title_field_address()} optional={!special} {...text('address')} />
        <TextField label={t.title_field_phone()} optional={!special} type="tel" {...text('phone')} />
        <TextField className="sm:col-span-2" label={t.title_email()} optional type="email" {...text('email')} />
        <Checkbox
          label={t.title_default()}
          checked={typed.isDefault}
          onCheckedChange={(isDefault) => setTyped({ ...typed, isDefault })}
        />
      </form>
    </Dialog>
  );
};
