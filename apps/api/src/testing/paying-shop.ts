import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type GatewayKeys, openGateway } from '../../dev/gateway/index.ts';
import type { Deps } from '../deps.ts';
import { createApp } from '../http/app.ts';
import { gatewaysOf } from './gateway.ts';
import type { Shop } from './index.ts';

/** A shop whose gateways are the stand-in's; its notices arrive over a real socket at the real route. */
export const openPayingShop = async (shop: Shop, keys: GatewayKeys) => {
  const standIn = await openGateway({ keys });
  const deps: Deps = { ...shop.deps };
  const app = createApp(deps, { audience: 'buyer', secure: false, isReady: async () => true });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  const notify = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`;
  Object.assign(deps, { payments: gatewaysOf(keys, standIn.url, 1_000, notify) });
  // ¥100.00 a unit, more than enough of it.
  const { skuId } = await shop.addSku({ price: 1_000_000, north: 10_000 });
  return {
    standIn,
    deps,
    skuId,
    close: async () => {
      server.close();
      await standIn.close();
      await shop.close();
    },
  };
};
