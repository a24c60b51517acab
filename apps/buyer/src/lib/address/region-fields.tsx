import { meant } from '@tradeline/domain/address';
import { Combobox, type ComboboxOption } from '@tradeline/ui';
import { type ReactNode, useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { type Outputs, trpc } from '../trpc.ts';
import { useWords } from '../words.ts';
import type { AddressForm } from './address-form.ts';

type Region = Outputs['account']['regions'][number];
type Level = 'province' | 'city' | 'district';

const STREET_DIGITS = 9;
const optionsOf = (regions: readonly Region[]): ComboboxOption[] =>
  regions.map(({ name, spell }) => ({ value: name, label: name, find: spell }));
const held = { staleTime: Number.POSITIVE_INFINITY };

/** Province, city, district and street of mainland China, each found by its name or how it is spelt. */
export const RegionFields = ({
  form,
  errorOf,
  hintOf,
  onChosen,
}: {
  form: AddressForm;
  errorOf: (level: Level) => ReactNode;
  hintOf: (level: Level) => ReactNode;
  onChosen: (level: Level) => void;
}) => {
  const { t } = useWords();
  const { control, setValue } = form;
  const [province, city, district, street] = useWatch({
    control,
    name: ['province', 'city', 'district', 'street'],
  });
  const provinces = trpc.account.regions.useQuery({}, held).data ?? [];
  const inCountry = meant(provinces, province);
  const code = inCountry?.code;
  const cities =
    trpc.account.regions.useQuery(code === undefined ? {} : { province: code }, {
      ...held,
      enabled: code !== undefined,
    }).data ?? [];
  const inProvince = code === undefined ? [] : cities;
  const cityMeant = meant(inProvince, city);
  const inCity = cityMeant?.within ?? [];
  const districts = inCity.filter((region) => region.code.length < STREET_DIGITS);
  const streets = (districts.length > 0 ? (meant(districts, district)?.within ?? []) : inCity).filter(
    (region) => region.code.length === STREET_DIGITS,
  );
  const needsDistrict = districts.length > 0;
  useEffect(() => setValue('needsDistrict', needsDistrict), [setValue, needsDistrict]);
  // Written before there was a list: by what people call it.
  const [wholeProvince, wholeCity] = [inCountry?.name, cityMeant?.name];
  useEffect(() => {
    if (wholeProvince && wholeProvince !== province) setValue('province', wholeProvince);
    if (wholeCity && wholeCity !== city) setValue('city', wholeCity);
  }, [setValue, wholeProvince, province, wholeCity, city]);
  // A municipality is its own city: there is nothing to choose.
  const only = inProvince.length === 1 ? inProvince[0]?.name : undefined;
  useEffect(() => {
    if (only !== undefined && city !== only) setValue('city', only);
  }, [setValue, only, city]);
  const written = streets.find(({ name }) => street.startsWith(name))?.name;

  const choose = (level: Level, name: string | undefined, below: readonly Level[]) => {
    if ((name ?? '') === form.getValues(level)) return;
    setValue(level, name ?? '', { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
    for (const lower of below) setValue(lower, '');
    for (const looked of [level, ...below]) onChosen(looked);
  };
  const shared = { placeholder: t.checkout_place_find() };
  return (
    <>
      <Combobox
        {...shared}
        label={t.address_province()}
        error={errorOf('province')}
        hint={hintOf('province')}
        options={optionsOf(provinces)}
        value={province}
        onValueChange={(name) => choose('province', name, ['city', 'district'])}
      />
      <Combobox
        {...shared}
        key={`city ${code}`}
        label={t.address_city()}
        error={errorOf('city')}
        hint={hintOf('city') ?? (code === undefined ? t.checkout_place_upper() : undefined)}
        options={optionsOf(inProvince)}
        value={city}
        onValueChange={(name) => choose('city', name, ['district'])}
      />
      {(needsDistrict || streets.length === 0) && (
        <Combobox
          {...shared}
          key={`district ${code} ${city}`}
          label={t.address_district()}
          error={errorOf('district')}
          hint={hintOf('district')}
          options={optionsOf(districts)}
          value={district}
          onValueChange={(name) => choose('district', name, [])}
        />
      )}
      {streets.length > 0 && (
        <Combobox
          {...shared}
          key={`street ${code} ${city} ${district}`}
          label={t.checkout_street_of()}
          optional
          options={optionsOf(streets)}
          value={written}
          // It stands at the head of the address, as it is written on a parcel.
          onValueChange={(name) => {
            if (name === written) return;
            setValue('street', `${name ?? ''}${written ? street.slice(written.length) : street}`, {
              shouldDirty: true,
            });
          }}
        />
      )}
    </>
  );
};
