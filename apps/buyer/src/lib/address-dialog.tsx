import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Dialog, Notice, TextField, toast } from '@tradeline/ui';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as z from 'zod';
import { problemText } from './problem-text.ts';
import { type Outputs, trpc } from './trpc.ts';
import { useWords } from './words.ts';

type Address = Outputs['account']['addresses'][number];

const shape = z.object({
  label: z.string().trim().max(40),
  contactName: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(1).max(40),
  province: z.string().trim().min(1).max(60),
  city: z.string().trim().min(1).max(60),
  district: z.string().trim().max(60),
  street: z.string().trim().min(1).max(200),
  postalCode: z.string().trim().max(20),
  isDefault: z.boolean(),
});

/** Makes an address, or changes one of the book. */
export const AddressDialog = ({
  open,
  onOpenChange,
  address,
  firstOne = false,
  onSaved,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  address?: Address | undefined;
  /** The first address of a book is its default. */
  firstOne?: boolean;
  onSaved?: (id: string) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const formId = useId();
  const utils = trpc.useUtils();
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      label: address?.label ?? '',
      contactName: address?.contactName ?? '',
      phone: address?.phone ?? '',
      province: address?.province ?? '',
      city: address?.city ?? '',
      district: address?.district ?? '',
      street: address?.street ?? '',
      postalCode: address?.postalCode ?? '',
      isDefault: address?.isDefault ?? firstOne,
    },
  });
  const save = trpc.account.saveAddress.useMutation({
    onSuccess: async ({ id }) => {
      await utils.account.addresses.invalidate();
      onSaved?.(id);
      onOpenChange(false);
      toast.success(t.address_saved());
    },
  });
  const { register, control, handleSubmit, formState } = form;
  const wrong = (name: keyof typeof formState.errors) => formState.errors[name] && t.address_required();
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
          void handleSubmit(({ label, postalCode, ...fields }) =>
            save.mutate({
              ...fields,
              ...(address ? { id: address.id } : {}),
              ...(label ? { label } : {}),
              ...(postalCode ? { postalCode } : {}),
            }),
          )(event);
        }}
      >
        {save.error && (
          <Notice className="sm:col-span-2" tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <TextField
          label={t.address_contact()}
          error={wrong('contactName')}
          autoComplete="name"
          {...register('contactName')}
        />
        <TextField
          label={t.address_phone()}
          error={wrong('phone')}
          type="tel"
          autoComplete="tel"
          {...register('phone')}
        />
        <TextField
          label={t.address_province()}
          error={wrong('province')}
          autoComplete="address-level1"
          {...register('province')}
        />
        <TextField label={t.address_city()} error={wrong('city')} autoComplete="address-level2" {...register('city')} />
        <TextField label={t.address_district()} optional autoComplete="address-level3" {...register('district')} />
        <TextField
          label={t.address_postal_code()}
          optional
          inputMode="numeric"
          autoComplete="postal-code"
          {...register('postalCode')}
        />
        <TextField
          className="sm:col-span-2"
          label={t.address_street()}
          error={wrong('street')}
          autoComplete="street-address"
          {...register('street')}
        />
        <TextField
          className="sm:col-span-2"
          label={t.address_label()}
          hint={t.address_label_hint()}
          optional
          {...register('label')}
        />
        <Controller
          control={control}
          name="isDefault"
          render={({ field }) => (
            <Checkbox label={t.address_default()} checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
      </form>
    </Dialog>
  );
};
