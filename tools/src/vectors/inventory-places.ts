import {
  type AllocationPolicy,
  allocateStock,
  allocationPolicies,
  type ChannelRule,
  channelAvailable,
  type Lot,
  type Shelf,
  type Site,
  suggestTransfers,
  type TransferRoute,
} from '@tradeline/domain/inventory';
import { instant } from '@tradeline/domain/kernel';

const snake = (text: string): string => text.replaceAll('-', '_');

type StockRow = {
  readonly warehouse: string;
  readonly available?: number | Readonly<Record<string, number>>;
  readonly onHand?: number | Readonly<Record<string, number>>;
  readonly reserved?: number | Readonly<Record<string, number>>;
  readonly allocated?: number | Readonly<Record<string, number>>;
  readonly safety?: number;
  readonly distance?: number;
  readonly cost?: number;
  readonly priority?: number;
  readonly sortOrder?: number;
  readonly rank?: number;
  readonly excluded?: string | boolean;
  readonly lot?: string;
  readonly expires?: string;
  readonly expiry?: string;
  readonly expiresAt?: string;
  readonly expiryDate?: string;
  readonly collectionPoint?: boolean;
  readonly pickup?: boolean;
  readonly lots?: readonly {
    readonly lot?: string;
    readonly id?: string;
    readonly qty?: number;
    readonly quantity?: number;
    readonly expires?: string;
    readonly expiry?: string;
    readonly expiresAt?: string;
  }[];
};
type AllocateInput = {
  readonly strategy: string;
  readonly quantity?: number;
  readonly sku?: string;
  readonly lines?: readonly { readonly sku: string; readonly qty?: number; readonly quantity?: number }[];
  readonly stocks: readonly StockRow[];
  readonly partial?: boolean;
  readonly allowPartial?: boolean;
  readonly backorder?: boolean;
  readonly allowBackorder?: boolean;
  readonly pickup?: string;
  readonly collectionPoint?: string;
  readonly order?: readonly string[];
  readonly notExpiredAt?: string;
  readonly at?: string;
};

const policyNames: Readonly<Record<string, AllocationPolicy>> = {
  'prioritize-high-stock': 'high-stock',
  'highest-stock': 'high-stock',
  'prioritize-sorting-order': 'priority',
  'sorting-order': 'priority',
  fefo: 'expiry-first',
  distance: 'nearest',
  'fewest-parcels': 'min-split',
};
const policyOf = (name: string): AllocationPolicy => {
  const known = name.toLowerCase().replaceAll('_', '-');
  return policyNames[known] ?? allocationPolicies.find((policy) => policy === known) ?? 'priority';
};

const unitsOf = (value: number | Readonly<Record<string, number>> | undefined, sku: string): number | undefined =>
  typeof value === 'object' ? (value[sku] ?? 0) : value;

type Expiring = {
  readonly expires?: string;
  readonly expiry?: string;
  readonly expiresAt?: string;
  readonly expiryDate?: string;
};
const expiryOf = (row: Expiring): string | undefined => row.expires ?? row.expiry ?? row.expiresAt ?? row.expiryDate;

const shelfOf = (rows: readonly StockRow[], sku: string): Shelf => {
  const available = rows.reduce((units, row) => {
    const inLots = row.lots?.reduce((sum, lot) => sum + (lot.qty ?? lot.quantity ?? 0), 0);
    const promised = (unitsOf(row.reserved, sku) ?? 0) + (unitsOf(row.allocated, sku) ?? 0) + (row.safety ?? 0);
    return units + (unitsOf(row.available, sku) ?? (unitsOf(row.onHand, sku) ?? inLots ?? 0) - promised);
  }, 0);
  const lots: readonly Lot[] = rows.flatMap((row, index) => {
    const own = expiryOf(row);
    const single =
      own === undefined && row.lot === undefined
        ? []
        : [
            {
              id: row.lot ?? `${row.warehouse}-${index}`,
              quantity: unitsOf(row.available, sku) ?? unitsOf(row.onHand, sku) ?? 0,
              expires: own,
            },
          ];
    const several = (row.lots ?? []).map((lot, place) => ({
      id: lot.lot ?? lot.id ?? `${row.warehouse}-${index}-${place}`,
      quantity: lot.qty ?? lot.quantity ?? 0,
      expires: expiryOf(lot),
    }));
    return [...single, ...several];
  });
  return { available, lots };
};

const placeIn = (order: readonly string[] | undefined, name: string): number | undefined => order?.indexOf(name);

export const allocate = (input: AllocateInput) => {
  const lines = input.lines?.map((line) => ({ skuId: line.sku, quantity: line.qty ?? line.quantity ?? 0 })) ?? [
    { skuId: input.sku ?? 'sku', quantity: input.quantity ?? 0 },
  ];
  const names = [...new Set(input.stocks.map((row) => row.warehouse))];
  const sites: readonly Site[] = names.map((warehouseId, index) => {
    const rows = input.stocks.filter((row) => row.warehouse === warehouseId);
    const [first] = rows;
    const excluded = first?.excluded;
    return {
      warehouseId,
      shelves: Object.fromEntries(lines.map((line) => [line.skuId, shelfOf(rows, line.skuId)])),
      rank: first?.rank ?? first?.priority ?? first?.sortOrder ?? placeIn(input.order, warehouseId) ?? index,
      cost: first?.cost ?? first?.distance,
      excluded: excluded ? String(excluded) : undefined,
    };
  });
  const plan = allocateStock({
    lines,
    sites,
    policy: policyOf(input.strategy),
    partial: input.partial ?? input.allowPartial ?? input.backorder ?? input.allowBackorder,
    pickup:
      input.pickup ?? input.collectionPoint ?? input.stocks.find((row) => row.collectionPoint ?? row.pickup)?.warehouse,
    expiresAfter: input.notExpiredAt ?? input.at,
  });
  if (!plan.ok) {
    const short =
      plan.error.kind === 'stock-short' ? plan.error.short.reduce((sum, line) => sum + line.quantity, 0) : undefined;
    return { ok: false, reason: 'insufficient_stock', short, missing: short };
  }
  const named = input.stocks.some((row) => row.lot !== undefined || row.lots !== undefined);
  const severalSkus = input.lines !== undefined;
  const parts = plan.value.parts.map((part) => ({
    warehouse: part.warehouseId,
    ...(severalSkus ? { sku: part.skuId } : {}),
    ...(named && part.lotId !== undefined ? { lot: part.lotId } : {}),
    qty: part.quantity,
  }));
  const shortBy = plan.value.short.reduce((sum, line) => sum + line.quantity, 0);
  return {
    ok: true,
    parts,
    total: parts.reduce((sum, part) => sum + part.qty, 0),
    parcels: plan.value.warehouses.length,
    warehouses: names.filter((name) => plan.value.warehouses.includes(name)),
    short: shortBy,
    backordered: shortBy,
    skipped: plan.value.skipped.map(({ warehouseId, reason }) => ({
      warehouse: warehouseId,
      reason: snake(reason.kind),
    })),
  };
};

type SaleableInput = {
  readonly onHand: number;
  readonly allocated?: number;
  readonly reserved?: number;
  readonly outOfStockThreshold?: number;
  readonly globalOutOfStockThreshold?: number;
  readonly useGlobalOutOfStockThreshold?: boolean;
  readonly threshold?: number;
  readonly trackInventory?: boolean;
};
export const saleable = (input: SaleableInput) => {
  if (input.trackInventory === false) return { saleable: Number.MAX_SAFE_INTEGER };
  const own = input.outOfStockThreshold ?? input.threshold ?? input.globalOutOfStockThreshold ?? 0;
  const threshold = input.useGlobalOutOfStockThreshold ? (input.globalOutOfStockThreshold ?? 0) : own;
  return { saleable: input.onHand - (input.reserved ?? 0) - (input.allocated ?? 0) - threshold };
};

type QuotaRow = {
  readonly reserved?: number;
  readonly quota?: number;
  readonly used?: number;
  readonly cap?: number;
  readonly share?: number;
  readonly buffer?: number;
  readonly from?: string;
  readonly until?: string;
};
/** One figure for the channel asked about, or one for each channel by name. */
type PerChannel = number | Readonly<Record<string, number>>;
type ChannelInput = {
  readonly available: number;
  readonly channel: string;
  readonly quotas?: Readonly<Record<string, QuotaRow>>;
  readonly cap?: PerChannel;
  readonly caps?: PerChannel;
  readonly used?: PerChannel;
  readonly share?: PerChannel;
  readonly shares?: PerChannel;
  readonly sharePercent?: PerChannel;
  readonly buffer?: PerChannel;
  readonly buffers?: PerChannel;
  readonly at?: string;
  readonly now?: string;
  readonly breakQuota?: boolean;
  readonly priority?: boolean;
};
const utc = (text: string) => instant(new Date(text).toISOString());
const ruleOf = (row: QuotaRow): ChannelRule => ({
  used: row.used ?? 0,
  quota: row.reserved ?? row.quota,
  cap: row.cap,
  shareBp: row.share === undefined ? undefined : Math.round(row.share * (row.share <= 1 ? 10_000 : 100)),
  buffer: row.buffer,
  quotaFrom: row.from === undefined ? undefined : utc(row.from),
  quotaUntil: row.until === undefined ? undefined : utc(row.until),
});
export const channel = (input: ChannelInput) => {
  const rows: Record<string, QuotaRow> = { ...input.quotas };
  const put = (field: keyof QuotaRow, given: PerChannel | undefined): void => {
    const byName = typeof given === 'number' ? { [input.channel]: given } : (given ?? {});
    for (const [name, value] of Object.entries(byName)) rows[name] = { ...rows[name], [field]: value };
  };
  put('cap', input.cap ?? input.caps);
  put('used', input.used);
  put('share', input.share ?? input.shares ?? input.sharePercent);
  put('buffer', input.buffer ?? input.buffers);
  const { available, limits } = channelAvailable({
    pool: input.available,
    channel: input.channel,
    rules: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, ruleOf(row)])),
    now: utc(input.at ?? input.now ?? '2026-01-01T00:00:00Z'),
    breaksQuotas: input.breakQuota ?? input.priority,
  });
  return { available, limits };
};

type TransferInput = {
  readonly warehouses: readonly {
    readonly id: string;
    readonly available: number;
    readonly reorderPoint: number;
    readonly target: number;
    readonly demand?: number;
    readonly horizonDemand?: number;
    readonly dailyDemand?: number;
  }[];
  readonly multiple?: number;
  readonly minimum?: number;
  readonly minQty?: number;
  readonly costs?: readonly {
    readonly from: string;
    readonly to: string;
    readonly fixed?: number;
    readonly cost?: number;
    readonly perUnit?: number;
  }[];
  readonly savingPerUnit?: number;
};
export const transfers = (input: TransferInput) => {
  const routes: readonly TransferRoute[] | undefined = input.costs?.map((row) => ({
    from: row.from,
    to: row.to,
    fixedCost: row.fixed ?? row.cost ?? 0,
    unitCost: row.perUnit ?? 0,
  }));
  const plan = suggestTransfers(
    input.warehouses.map(({ id, demand, horizonDemand, dailyDemand, ...site }) => ({
      ...site,
      warehouseId: id,
      horizonDemand: horizonDemand ?? demand,
      demandPerDay: dailyDemand,
    })),
    { multiple: input.multiple, minimum: input.minimum ?? input.minQty, routes, savingPerUnit: input.savingPerUnit },
  );
  return {
    transfers: plan.transfers.map(({ from, to, quantity }) => ({ from, to, qty: quantity })),
    unmet: plan.unmet,
  };
};
