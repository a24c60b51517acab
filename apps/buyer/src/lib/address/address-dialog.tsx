import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Dialog, Notice, TextField, toast } from '@tradeline/ui';
import { useId, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { problemText } from '../problem-text.ts';
import { trpc } from '../trpc.ts';
import { useWords } from '../words.ts';
import { type Address, type AddressValues, addressShape, type Part, valuesOf, wishOf } from './address-form.ts';
import { PasteAddress } from './paste-address.tsx';
import { RegionFields } from './region-fields.tsx';

export type AddressDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  address?: Address | undefined;
  /** The first address of a book is its default. */
  firstOne?: boolean;
  onSaved?: (id: string) => void;
};

/** Makes an address, or changes one of the book. */
export const AddressDialog = ({ open, onOpenChange, address, firstOne = false, onSaved }: AddressDialogProps) => {
  const words = useWords();
  const { t } = words;
  const formId = useId();
  const utils = trpc.useUtils();
  const [doubts, setDoubts] = useState<readonly Part[]>([]);
  const form = useForm({ resolver: zodResolver(addressShape), defaultValues: valuesOf(address, firstOne) });
  const save = trpc.account.saveAddress.useMutation({
    onSuccess: async ({ id }) => {
      await utils.account.addresses.invalidate();
      onSaved?.(id);
      onOpenChange(false);
      toast.success(t.address_saved());
    },
  });
  const { register, control, handleSubmit, formState } = form;
  const abroad = useWatch({ control, name: 'abroad' });
  const errorOf = (name: keyof AddressValues) => formState.errors[name] && t.address_required();
  const hintOf = (part: Part) =>
    doubts.includes(part) ? <span className="text-warning-ink">{t.checkout_paste_check()}</span> : undefined;
  const settle = (part: Part) => setDoubts((now) => now.filter((one) => one !== part));
  const typed = (part: Part) => ({ onChange: () => settle(part) });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      keepOnOutsidePress
      title={address ? t.address_title_edit() : t.address_title_new()}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t.cancel()}</Button>
          <Button type="submit" form={formId} look="primary" pending={save.isPending}>
            {t.save()}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-3.5 sm:grid-cols-2"
        onSubmit={(event) => {
          event.stopPropagation();
          void handleSubmit((values) => save.mutate(wishOf(values, address?.id)))(event);
        }}
      >
        {save.error && (
          <Notice className="sm:col-span-2" tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <PasteAddress form={form} onDoubts={setDoubts} />
        <TextField
          label={t.address_contact()}
          error={errorOf('contactName')}
          hint={hintOf('contactName')}
          autoComplete="name"
          {...register('contactName', typed('contactName'))}
        />
        <TextField
          label={t.address_phone()}
          error={errorOf('phone')}
          hint={hintOf('phone')}
          type="tel"
          autoComplete="tel"
          {...register('phone', typed('phone'))}
        />
        {abroad ? (
          <>
            <TextField
              label={t.checkout_country()}
              hint={t.checkout_country_hint()}
              error={formState.errors.country && t.checkout_country_wrong()}
              maxLength={2}
              autoComplete="country"
              {...register('country')}
            />
            <TextField label={t.address_province()} optional autoComplete="address-level1" {...register('province')} />
            <TextField
              label={t.address_city()}
              error={errorOf('city')}
              autoComplete="address-level2"
              {...register('city')}
            />
            <TextField label={t.address_district()} optional autoComplete="address-level3" {...register('district')} />
          </>
        ) : (
          <RegionFields form={form} errorOf={errorOf} hintOf={hintOf} onChosen={settle} />
        )}
        <TextField
          className="sm:col-span-2"
          label={t.address_street()}
          error={errorOf('street')}
          hint={hintOf('street')}
          autoComplete="street-address"
          {...register('street', typed('street'))}
        />
        <TextField
          label={t.address_postal_code()}
          optional
          inputMode="numeric"
          autoComplete="postal-code"
          {...register('postalCode')}
        />
        <TextField label={t.address_label()} hint={t.address_label_hint()} optional {...register('label')} />
        <Controller
          control={control}
          name="isDefault"
          render={({ field }) => (
            <Checkbox label={t.address_default()} checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
        <Controller
          control={control}
          name="abroad"
          render={({ field }) => (
            <Checkbox label={t.checkout_abroad()} checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
      </form>
    </Dialog>
  );
};
