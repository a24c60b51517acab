import type { Brand } from './brand.ts';

/** Identifiers are opaque strings (UUIDv7 in the database); the brand keeps a SKU id from standing where an order id belongs. */
export type Id<Name extends string> = Brand<string, `${Name}Id`>;
export type SkuId = Id<'Sku'>;
export type ProductId = Id<'Product'>;
export type CategoryId = Id<'Category'>;
export type BrandId = Id<'Brand'>;
export type PriceListId = Id<'PriceList'>;
export type PromotionId = Id<'Promotion'>;
export type CompanyId = Id<'Company'>;
export type CustomerGroupId = Id<'CustomerGroup'>;
export type BuyerId = Id<'Buyer'>;
export type StaffId = Id<'Staff'>;
export type OrderId = Id<'Order'>;
export type OrderLineId = Id<'OrderLine'>;
export type ShipmentId = Id<'Shipment'>;
export type WarehouseId = Id<'Warehouse'>;
export type CartId = Id<'Cart'>;
export type AddressId = Id<'Address'>;

/** Names a plain string as an identifier; the caller vouches that it is one. */
export const id = <T extends Brand<string, string>>(value: string): T => value as T;
