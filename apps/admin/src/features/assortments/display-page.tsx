import {
  Button,
  Card,
  CardHeader,
  Checkbox,
  PageHeader,
  RadioGroup,
  SelectField,
  Skeleton,
  toast,
} from '@tradeline/ui';
import { useState } from 'react';
import { CustomerField } from '../../lib/customer-field.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

const stocks = ['exact', 'level', 'yes-no'] as const;

/** Whether prices are told and how stock is, for strangers, groups and single customers. Each change holds at once. */
export const DisplayPage = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayShop = useMay('settings.edit');
  const mayEdit = useMay('assortment.edit');
  const { data, error, refetch } = trpc.assortments.display.useQuery();
  const [added, setAdded] = useState<string>();
  const options = {
    onSuccess: async () => {
      await utils.assortments.invalidate();
      toast.success(t.assortments_display_saved());
    },
    onError: (problem: unknown) => {
      toast.error(problemText(problem, words));
    },
  };
  const shop = trpc.assortments.setShopDisplay.useMutation(options);
  const group = trpc.assortments.setGroupDisplay.useMutation(options);
  const company = trpc.assortments.setCompanyDisplay.useMutation(options);
  const stockText = {
    exact: t.assortments_stock_exact(),
    level: t.assortments_stock_level(),
    'yes-no': t.assortments_stock_yes_no(),
  };
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col p-4 md:p-5">
      <PageHeader title={t.assortments_display_title()} meta={t.assortments_display_lead()} />
      <SectionTabs section="visibility" />
      {!data ? (
        <Skeleton className="h-64" />
      ) : (
        <div className="flex max-w-5xl flex-col gap-4">
          <Card>
            <CardHeader title={t.assortments_display_shop()} aside={!mayShop && t.assortments_display_admin()} />
            <fieldset disabled={!mayShop} className="flex flex-col gap-4 p-4">
              <RadioGroup
                label={t.assortments_front()}
                value={data.shop.storefront}
                onValueChange={(storefront) => mayShop && shop.mutate({ ...data.shop, storefront })}
                options={[
                  { value: 'login-required', label: t.assortments_front_closed() },
                  { value: 'prices-hidden', label: t.assortments_front_goods() },
                  { value: 'public', label: t.assortments_front_public() },
                ]}
              />
              <SelectField
                className="max-w-72"
                label={t.assortments_stock()}
                value={data.shop.stockDisplay}
                onValueChange={(stockDisplay) => shop.mutate({ ...data.shop, stockDisplay })}
                options={stocks.map((value) => ({ value, label: stockText[value] }))}
              />
              <Checkbox
                checked={data.shop.stockByWarehouse}
                onCheckedChange={(stockByWarehouse) => mayShop && shop.mutate({ ...data.shop, stockByWarehouse })}
                label={t.assortments_stock_by_warehouse()}
              />
            </fieldset>
          </Card>
          <Card>
            <CardHeader title={t.assortments_display_groups()} />
            <ul className="divide-y divide-line">
              {data.groups.map((row) => (
                <li key={row.id} className="px-4 py-2">
                  <Checkbox
                    checked={row.pricesHidden}
                    onCheckedChange={(pricesHidden) => mayEdit && group.mutate({ id: row.id, pricesHidden })}
                    label={t.assortments_hide_prices_of({ name: say(row.name) })}
                    aside={t.assortments_customers({ count: row.customers })}
                  />
                </li>
              ))}
            </ul>
          </Card>
          <Card>
            <CardHeader title={t.assortments_display_companies()} />
            <ul className="divide-y divide-line empty:hidden">
              {data.companies.map((row) => (
                <li key={row.id} className="flex flex-wrap items-end gap-3 px-4 py-3">
                  <p className="min-w-48 flex-1 self-center font-medium">
                    {row.name} <span className="tabular text-sm font-normal text-faint">{row.number}</span>
                  </p>
                  <SelectField
                    className="w-44"
                    label={t.assortments_prices()}
                    value={row.priceDisplay ?? ''}
                    onValueChange={(word) =>
                      company.mutate({ id: row.id, stockDisplay: row.stockDisplay, priceDisplay: word || null })
                    }
                    options={[
                      { value: '', label: t.assortments_as_group() },
                      { value: 'shown', label: t.assortments_prices_shown() },
                      { value: 'hidden', label: t.assortments_prices_hidden() },
                    ]}
                  />
                  <SelectField
                    className="w-44"
                    label={t.assortments_stock()}
                    value={row.stockDisplay ?? ''}
                    onValueChange={(word) =>
                      company.mutate({ id: row.id, priceDisplay: row.priceDisplay, stockDisplay: word || null })
                    }
                    options={[
                      { value: '', label: t.assortments_as_shop() },
                      ...stocks.map((value) => ({ value, label: stockText[value] })),
                    ]}
                  />
                </li>
              ))}
            </ul>
            {mayEdit && (
              <div className="flex flex-wrap items-end gap-2 border-t border-line p-4 first:border-0">
                <CustomerField
                  className="w-72"
                  label={t.assortments_kind_company()}
                  value={added}
                  onValueChange={setAdded}
                />
                <Button
                  disabledReason={added ? undefined : t.assortments_choose()}
                  onPress={() => {
                    if (added) company.mutate({ id: added, priceDisplay: 'hidden', stockDisplay: null });
                    setAdded(undefined);
                  }}
                >
                  {t.assortments_hide_prices()}
                </Button>
              </div>
            )}
          </Card>
        </div>
      )}
    </div>
  );
};
