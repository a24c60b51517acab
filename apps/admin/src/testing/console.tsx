import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { httpClient, openShop, type Shop } from '@tradeline/api/testing';
import type { StaffRole } from '@tradeline/domain/access';
import type { CompanyId } from '@tradeline/domain/kernel';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { App } from '../app.tsx';
import { loadText } from '../lib/load-text.ts';

const ORIGIN = 'http://console.test';

/** Says nothing: screen tests do not wait for live events, which the browser journeys cover. */
class SilentEventSource {
  addEventListener(): void {}
  removeEventListener(): void {}
  close(): void {}
}

/**
 * The console mounted as a browser would, in front of the real API on a database of its own. No answer is written by
 * hand: what the screens show is what the procedures say.
 */
export const openConsole = async () => {
  await Promise.all([loadText('en'), loadText('zh-CN')]);
  const shop: Shop = await openShop();
  const api = httpClient(shop, 'staff');
  const server = setupServer(
    http.all('*/trpc/*', async ({ request }) => {
      const url = new URL(request.url);
      const body = request.method === 'POST' ? { body: await request.text() } : {};
      const answer = await api.request(`${url.pathname}${url.search}`, {
        method: request.method,
        headers: Object.fromEntries(
          ['content-type', 'x-tradeline'].flatMap((name) =>
            request.headers.has(name) ? [[name, request.headers.get(name) ?? '']] : [],
          ),
        ),
        ...body,
      });
      const cookie = answer.headers.getSetCookie()[0];
      if (cookie) api.setCookie(cookie.split(';')[0] ?? '');
      return answer;
    }),
  );
  // Real passwords are hashed and real transactions run behind the screen.
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(globalThis, { EventSource: SilentEventSource });
  localStorage.setItem('PARAGLIDE_LOCALE', 'en');
  const asStaff = async (role: StaffRole) => {
    const person = await shop.addStaff(role);
    await api.signIn(person.login);
    return person;
  };
  /** A customer orders these goods; the order stands as `submitted`. */
  const placed = async (
    lines: { skuId: string; quantity: number }[],
    wish: { companyId?: CompanyId } = {},
  ): Promise<{ id: string; number: string; companyId: string }> => {
    const buyer = await shop.addBuyer(wish);
    const portal = httpClient(shop, 'buyer');
    await portal.signIn(buyer.login);
    const cart = (await portal.mutate('cart.change', { mode: 'set', lines })).data as { id: string };
    const answer = await portal.mutate('orders.place', {
      idempotencyKey: crypto.randomUUID(),
      cartId: cart.id,
      // Goods of the fixture cost 12.50 unless a test says otherwise.
      expectedTotal: lines.reduce((sum, line) => sum + line.quantity * 1_250, 0),
      addressId: buyer.addressId,
      contactName: '王五',
      phone: '13800000000',
      paymentTerms: 'on-delivery',
    });
    if (answer.refusal) throw new Error(JSON.stringify(answer.error));
    return { ...(answer.data as { id: string; number: string }), companyId: buyer.company.id };
  };
  /** Somebody else of the staff acts, in a browser of their own. */
  const colleague = async (role: StaffRole) => {
    const person = await shop.addStaff(role);
    const other = httpClient(shop, 'staff');
    await other.signIn(person.login);
    return { ...other, person };
  };
  return {
    shop,
    api,
    asStaff,
    placed,
    colleague,
    show: (path: string) =>
      render(<App url={`${ORIGIN}/trpc`} history={createMemoryHistory({ initialEntries: [path] })} />),
    /** Between two tests: nothing on the screen, nobody signed in, nothing kept in the tab. */
    reset: () => {
      cleanup();
      sessionStorage.clear();
      api.setCookie('');
    },
    close: async () => {
      server.close();
      await shop.close();
    },
  };
};
export type Console = Awaited<ReturnType<typeof openConsole>>;
