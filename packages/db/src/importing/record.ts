import type { StaffRole } from '@tradeline/domain/access';
import type { Instant } from '@tradeline/domain/kernel';
import type { Currency, Minor, UnitPriceE4 } from '@tradeline/domain/money';
import type { PromotionAction } from '@tradeline/domain/promotion';
import type { Bilingual } from '../schema/columns.ts';
import type { AddressSnapshot, OptionAxis, Specification } from '../schema/index.ts';
import type { Row } from './file.ts';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/**
 * What a profile may bring, in the words of our system. Other records are named by their key in the source (`company:
 * 'ALFKI'`); the framework gives them their ids. An optional field that is absent is stored as empty.
 */
export type RecordValues = {
  category: { slug: string; name: Bilingual; position: number } & Optional<{ parent: string }>;
  brand: { slug: string; name: Bilingual };
  supplier: { number: string; name: string } & Optional<{
    contactName: string;
    contactTitle: string;
    country: string;
    region: string;
    city: string;
    street: string;
    postalCode: string;
    phone: string;
    fax: string;
    homePage: string;
  }>;
  /** Arrives inactive with a password that nobody knows: an administrator lets a person in. */
  staff: { login: string; name: string; role: StaffRole } & Optional<{ phone: string }>;
  warehouse: { code: string; name: Bilingual };
  company: { number: string; name: string; level: string } & Optional<{
    region: string;
    salesRep: string;
    contactName: string;
    phone: string;
    note: string;
  }>;
  /** The default address of a company. */
  address: { company: string } & AddressSnapshot;
  product: {
    number: string;
    name: Bilingual;
    category: string;
    axes: OptionAxis[];
    specification: Specification;
    keywords: string;
    /** Percent inside the price, a decimal string. */
    taxRate: string;
    status: 'draft' | 'published' | 'withdrawn';
  } & Optional<{ summary: Bilingual; model: string; brand: string; supplier: string }>;
  sku: {
    product: string;
    itemNumber: string;
    options: Record<string, string>;
    unit: Bilingual;
    position: number;
    status: 'active' | 'withdrawn';
  } & Optional<{ packText: string; weightGrams: number }>;
  'price-list': {
    code: string;
    name: Bilingual;
    kind: 'member' | 'base';
    currency: Currency;
    priority: number;
  } & Optional<{
    level: string;
    validFrom: Instant;
    validTo: Instant;
  }>;
  price: { list: string; sku: string; minQuantity: number; unitPriceE4: UnitPriceE4 };
  /** Goods on the shelf in the source. What the source changes later is booked as a difference, beside our own movements. */
  stock: { sku: string; warehouse: string; onHand: number; safety: number };
  /** Arrives as a draft. Products are named by key; the domain's promotion is built around their ids. */
  promotion: {
    code: string;
    name: Bilingual;
    products: string[];
    actions: Extract<PromotionAction, { type: 'tiers' | 'amount-off-order' | 'percent-off-lines' }>[];
  } & Optional<{ startsAt: Instant; endsAt: Instant }>;
  order: OrderValue;
};

export type OrderLineValue = {
  key: string;
  sku: string;
  itemNumber: string;
  name: Bilingual;
  unit: Bilingual;
  quantity: number;
  unitPriceE4: UnitPriceE4;
  /** Reduction of the line in percent, an exact decimal or fraction of the price: "5" is 5 %. */
  discountPercent: string;
  taxRate: string;
};

/** An order that was taken elsewhere, with the prices charged there. */
export type OrderValue = {
  number: string;
  company: string;
  currency: Currency;
  placedAt: Instant;
  warehouse: string;
  address: AddressSnapshot;
  contactName: string;
  phone: string;
  shipping: Minor;
  lines: OrderLineValue[];
  /** Sent in full on this day, and since then delivered and settled; absent: still to be sent. */
  shippedAt?: Instant | undefined;
} & Optional<{ takenBy: { staff: string; name: string }; wishedDate: string; carrier: string; note: string }>;

export type RecordKind = keyof RecordValues;
export type RecordOf<K extends RecordKind> = {
  kind: K;
  /** Unique among the source's records of its kind. */
  key: string;
  /** The rows it stems from, the one that is its own first. Empty where the profile itself is the origin (a warehouse). */
  from: readonly Row[];
  value: RecordValues[K];
};
export type ImportRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];

/** A record of one kind, checked by the compiler against that kind's value. */
export const record = <K extends RecordKind>(
  kind: K,
  key: string | number,
  from: readonly Row<object>[],
  value: RecordValues[K],
): ImportRecord => ({ kind, key: String(key), from, value }) as ImportRecord;
