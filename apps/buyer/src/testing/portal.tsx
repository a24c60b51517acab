import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { httpClient, openShop, type Shop } from '@tradeline/api/testing';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { App } from '../app.tsx';
import { loadText } from '../lib/load-text.ts';

const ORIGIN = 'http://portal.test';

/** Says nothing: screen tests do not wait for live events, which the browser journeys cover. */
class SilentEventSource {
  addEventListener(): void {}
  removeEventListener(): void {}
  close(): void {}
}

/**
 * The portal mounted as a browser would, in front of the real API on a database of its own. No answer is written by
 * hand: what the screens show is what the procedures say.
 */
export const openPortal = async () => {
  await Promise.all([loadText('en'), loadText('zh-CN')]);
  const shop: Shop = await openShop();
  const api = httpClient(shop, 'buyer');
  const calls: string[] = [];
  let answersLost = false;
  const server = setupServer(
    http.all('*/trpc/*', async ({ request }) => {
      const url = new URL(request.url);
      calls.push(url.pathname.replace('/trpc/', ''));
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
      return answersLost ? Response.error() : answer;
    }),
    http.post('*/uploads/*', async ({ request }) =>
      api.request(new URL(request.url).pathname, {
        method: 'POST',
        headers: { 'x-tradeline': '1', 'x-file-name': request.headers.get('x-file-name') ?? '' },
        body: await request.arrayBuffer(),
      }),
    ),
  );
  // Real passwords are hashed and real transactions run behind the screen.
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledFrame: 'error' });
  Object.assign(globalThis, { EventSource: SilentEventSource });
  localStorage.setItem('PARAGLIDE_LOCALE', 'en');
  return {
    shop,
    api,
    /** Procedures asked so far, batches as they were sent. */
    calls,
    /** Requests arrive and are carried out, but no answer comes back. */
    loseAnswers: (is: boolean) => {
      answersLost = is;
    },
    show: (path: string) =>
      render(<App url={`${ORIGIN}/trpc`} history={createMemoryHistory({ initialEntries: [path] })} />),
    /** Between two tests: nothing on the screen, nobody signed in, nothing kept in the tab. */
    reset: () => {
      cleanup();
      sessionStorage.clear();
      api.setCookie('');
      calls.length = 0;
      answersLost = false;
    },
    close: async () => {
      server.close();
      await shop.close();
    },
  };
};
export type Portal = Awaited<ReturnType<typeof openPortal>>;
