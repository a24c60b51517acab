import { createApp } from '../http/app.ts';
import type { Shop } from './fixture.ts';
import { PASSWORD } from './fixture.ts';

export type Answer = {
  status: number;
  headers: Headers;
  data: unknown;
  refusal: { kind: string } | undefined;
  error: unknown;
};

/** A browser without a screen: keeps its cookie and sends what a page of the same origin would send. */
export const httpClient = (shop: Shop, audience: 'buyer' | 'staff') => {
  const app = createApp(shop.deps, { audience, secure: false, isReady: async () => true });
  let cookie = '';
  const request = (path: string, init: RequestInit = {}) =>
    app.request(
      `http://shop.test${path}`,
      {
        ...init,
        headers: { host: 'shop.test', ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) },
      },
      // The peer that the socket would name.
      { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } },
    );
  const read = async (response: Response): Promise<Answer> => {
    const set = response.headers.getSetCookie()[0];
    if (set) cookie = set.split(';')[0] ?? '';
    const body = (await response.json()) as {
      result?: { data: unknown };
      error?: { data?: { refusal?: { kind: string } } };
    };
    return {
      status: response.status,
      headers: response.headers,
      data: body.result?.data,
      refusal: body.error?.data?.refusal,
      error: body.error,
    };
  };
  return {
    request,
    query: async (path: string, input?: unknown) =>
      read(
        await request(
          `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
        ),
      ),
    mutate: async (path: string, input?: unknown) =>
      read(
        await request(`/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-tradeline': '1' },
          ...(input === undefined ? {} : { body: JSON.stringify(input) }),
        }),
      ),
    signIn: async function (login: string, password = PASSWORD): Promise<Answer> {
      return this.mutate('session.signIn', { login, password });
    },
    cookie: () => cookie,
    setCookie: (value: string) => {
      cookie = value;
    },
  };
};
