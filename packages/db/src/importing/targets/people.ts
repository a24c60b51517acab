import { randomBytes } from 'node:crypto';
import { addresses, companies, staff, suppliers, warehouses } from '../../schema/index.ts';
import { upsertTarget } from './upsert.ts';

const unpadded = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

/** Has the form of an argon2id hash and is no password's: it is chance, and the sign-in checks it like any other in vain. */
const nobodysPassword = (): string => `$argon2id$v=19$m=19456,t=2,p=1$${unpadded(16)}$${unpadded(32)}`;

export const staffMember = upsertTarget<typeof staff, 'staff'>('staff', staff, {
  unique: 'login',
  once: ['active', 'passwordHash', 'role'],
  row: (v) => ({
    login: v.login,
    name: v.name,
    role: v.role,
    phone: v.phone ?? null,
    active: false,
    passwordHash: nobodysPassword(),
  }),
});

export const supplier = upsertTarget<typeof suppliers, 'supplier'>('suppliers', suppliers, {
  unique: 'number',
  row: (v) => ({
    number: v.number,
    name: v.name,
    contactName: v.contactName ?? null,
    contactTitle: v.contactTitle ?? null,
    country: v.country ?? null,
    region: v.region ?? null,
    city: v.city ?? null,
    street: v.street ?? null,
    postalCode: v.postalCode ?? null,
    phone: v.phone ?? null,
    fax: v.fax ?? null,
    homePage: v.homePage ?? null,
  }),
});

export const warehouse = upsertTarget<typeof warehouses, 'warehouse'>('warehouses', warehouses, {
  unique: 'code',
  row: (v) => ({ code: v.code, name: v.name }),
});

export const company = upsertTarget<typeof companies, 'company'>('companies', companies, {
  unique: 'number',
  once: ['level', 'salesRepId'],
  row: (v, { idOf }) => ({
    number: v.number,
    name: v.name,
    level: v.level,
    region: v.region ?? null,
    salesRepId: v.salesRep === undefined ? null : idOf('staff', v.salesRep),
    contactName: v.contactName ?? null,
    phone: v.phone ?? null,
    note: v.note ?? null,
  }),
});

/** Whether it is the default is the customer's to change later. */
export const address = upsertTarget<typeof addresses, 'address'>('addresses', addresses, {
  once: ['isDefault'],
  row: (v, { idOf }) => ({
    companyId: idOf('company', v.company),
    contactName: v.contactName,
    phone: v.phone,
    country: v.country,
    province: v.province,
    city: v.city,
    district: v.district,
    street: v.street,
    postalCode: v.postalCode ?? null,
    isDefault: true,
  }),
});
