import { Button, SelectField } from '@tradeline/ui';
import { useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { type Bilingual, useBilingual } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { sendLogo } from './send-logo.ts';

export type Brand = Outputs['brands']['list'][number];

/** A brand's names, description and logo; or the other brand it becomes part of. */
export const BrandDialog = ({
  brand,
  brands,
  onClose,
}: {
  brand: Brand | undefined;
  brands: readonly Brand[];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [name, setName] = useState<Bilingual>(brand?.name ?? { zh: '' });
  const [description, setDescription] = useState<Bilingual>(brand?.description ?? { zh: '' });
  const [logo, setLogo] = useState<string | null>();
  const [logoFailed, setLogoFailed] = useState(false);
  const [into, setInto] = useState('');
  const options = {
    onSuccess: async () => {
      await utils.brands.invalidate();
      await utils.catalog.brands.invalidate();
      onClose();
    },
  };
  const save = trpc.brands.save.useMutation(options);
  const merge = trpc.brands.merge.useMutation(options);
  const remove = trpc.brands.remove.useMutation(options);
  const problem = save.error ?? merge.error ?? remove.error;
  const submit = () => {
    if (name.zh.trim())
      save.mutate({ id: brand?.id, name, description: description.zh.trim() ? description : null, logo });
  };
  return (
    <FormDialog
      title={brand ? say(brand.name) : t.brands_new()}
      error={problem}
      save={t.assortments_save()}
      cancel={t.assortments_cancel()}
      pending={save.isPending}
      disabledReason={name.zh.trim() ? undefined : t.assortments_name_first()}
      aside={
        brand &&
        brand.products === 0 && (
          <Button look="quiet-danger" pending={remove.isPending} onPress={() => remove.mutate({ id: brand.id })}>
            {t.brands_remove()}
          </Button>
        )
      }
      after={
        brand &&
        brands.length > 1 && (
          <div className="mt-5 flex flex-wrap items-end gap-2 border-t border-line pt-4">
            <SelectField
              className="w-56"
              label={t.brands_merge_into()}
              hint={t.brands_merge_hint({ count: brand.products })}
              value={into}
              onValueChange={setInto}
              options={[
                { value: '', label: t.assortments_choose() },
                ...brands.filter((one) => one.id !== brand.id).map((one) => ({ value: one.id, label: say(one.name) })),
              ]}
            />
            <Button
              look="danger"
              pending={merge.isPending}
              disabledReason={into ? undefined : t.assortments_choose()}
              onPress={() => merge.mutate({ from: brand.id, into })}
            >
              {t.brands_merge()}
            </Button>
          </div>
        )
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <BilingualFields label={t.assortments_name()} value={name} onValueChange={setName} />
      <BilingualFields label={t.brands_description()} value={description} onValueChange={setDescription} />
      <label className="flex flex-col gap-1 text-sm font-medium">
        {t.brands_logo()}
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          className="text-base font-normal"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (!file) return;
            void sendLogo(file).then((id) => {
              setLogoFailed(id === undefined);
              if (id) setLogo(id);
            });
          }}
        />
        <span className="font-normal text-muted">
          {logoFailed ? t.assortments_picture_not() : t.brands_logo_hint()}
        </span>
      </label>
      {brand?.logoStem && logo === undefined && (
        <Button className="self-start" onPress={() => setLogo(null)}>
          {t.brands_logo_remove()}
        </Button>
      )}
    </FormDialog>
  );
};
