import { transact } from '@tradeline/db';
import { boughtTogetherStore, jobStore, type TogetherRow } from '@tradeline/db/stores';
import { neighbourhood, type WeightedSet } from '@tradeline/domain/analytics';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../deps.ts';
import type { JobHandler } from '../use-cases/jobs.ts';

export const BOUGHT_TOGETHER = 'bought-together';

/** Neighbours kept of each product, and the orders that must hold both before it counts as more than chance. */
const KEEP = 12;
const LEAST_ORDERS = 3;
const EVERY_MS = 24 * 60 * 60_000;

/** The nearest products of every product by the orders that held both. */
export const togetherRows = (lines: readonly { orderId: string; productId: string }[]): TogetherRow[] => {
  const numbers = new Map<string, number>();
  for (const { productId } of lines) if (!numbers.has(productId)) numbers.set(productId, numbers.size);
  const products = [...numbers.keys()];
  const baskets = [...Map.groupBy(lines, (line) => line.orderId).values()].filter((basket) => basket.length > 1);
  const sets = baskets.map(
    (basket): WeightedSet => ({
      items: Int32Array.from(basket, (line) => numbers.get(line.productId) ?? 0),
      weights: new Float64Array(basket.length).fill(1),
    }),
  );
  const near = neighbourhood(sets, products.length, { keep: KEEP });
  return near.of.flatMap((neighbours, item) =>
    neighbours
      .filter(({ count }) => count >= LEAST_ORDERS)
      .map(({ item: other, count }, at) => ({
        productId: products[item] as string,
        otherId: products[other] as string,
        rank: at + 1,
        orders: count,
      })),
  );
};

/** Works out anew what is bought together, from the orders of the last year. */
export const refreshTogether =
  ({ db }: Pick<Deps, 'db'>): JobHandler =>
  async (run) => {
    const rows = togetherRows(await boughtTogetherStore.baskets(db));
    await run.step(0, rows.length);
    await transact(db, async (tx) => {
      await boughtTogetherStore.replace(tx, rows);
      return ok(undefined);
    });
    return { pairs: rows.length };
  };

/** Asks for the work once a day, whichever process looks first; a look that finds it fresh asks for nothing. */
export const askForTogether = async ({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> => {
  const [last] = await jobStore.ofKinds(db, [BOUGHT_TOGETHER], 1);
  if (last && Date.parse(now()) - Date.parse(last.createdAt) < EVERY_MS) return;
  await jobStore.add(db, {
    kind: BOUGHT_TOGETHER,
    payload: {},
    owner: { type: 'system' },
    uniqueKey: BOUGHT_TOGETHER,
  });
};
