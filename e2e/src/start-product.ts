import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, launch } from '@tradeline/tools/product';
import { keepAllotted } from './support/allotment.ts';
import { openShop } from './support/shop.ts';

/**
 * The whole product on a fresh database with the demo company, for as long as the journeys run. With PORTAL_URL,
 * CONSOLE_URL and E2E_DATABASE_URL the journeys use a product that runs already; they leave their orders in it.
 * After the journeys the data must keep every promise (the views `inv_*`).
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.PORTAL_URL && process.env.CONSOLE_URL && process.env.E2E_DATABASE_URL) {
    await allot();
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'tradeline-e2e-'));
  const undos: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const undo of undos.splice(0).reverse()) await undo();
  };
  const ports = await freePorts();
  const product = await launch(
    {
      folder,
      durable: false,
      ports,
      host: '127.0.0.1',
      env: { LOG_LEVEL: 'info', ORDER_LIMIT_PER_MINUTE: '1000', LOGIN_LIMIT_ADDRESS: '1000' },
    },
    {
      signal: new AbortController().signal,
      undoLater: (undo) => void undos.push(undo),
      report: (title) => ({
        note: () => {},
        done: (text) => console.log(`  ${text}`),
        failed: () => console.log(`  ${title} failed`),
      }),
    },
  );
  if (!product.ok) {
    await stop();
    throw new Error(product.error.en);
  }
  process.env.PORTAL_URL = `http://localhost:${ports.portal}`;
  process.env.CONSOLE_URL = `http://localhost:${ports.console}`;
  process.env.E2E_DATABASE_URL = product.value.databaseUrl;
  await allot();
  return async () => {
    const shop = openShop();
    const [broken, undelivered] = [await shop.brokenPromises(), await shop.undelivered()];
    await shop.close();
    for (const line of undelivered) console.log(`  an event that nobody took in: ${line}`);
    for (const line of complaints(join(folder, 'api.log'))) console.log(`  the API's log: ${line}`);
    await stop();
    if (broken.length > 0) throw new Error(`the journeys left data that breaks a promise: ${broken.join(', ')}`);
  };
}

/** What the API warned of or failed at: why a journey waited in vain stands there, and the folder goes away. */
const complaints = (log: string): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /"level":(?:"warn"|"error"|"fatal"|[456]0)/u.test(line))
    .slice(0, 20)
    .map((line) => line.slice(0, 600));

const allot = async (): Promise<void> => {
  const shop = openShop();
  keepAllotted(await shop.allot());
  await shop.close();
};
