import type { AdminRouter, BuyerRouter } from '@tradeline/api/router';
import type { inferRouterInputs } from '@trpc/server';
import { requestBytes } from './http-client.ts';

type Path<Router extends BuyerRouter | AdminRouter> = {
  [Area in keyof inferRouterInputs<Router> & string]: `${Area}.${keyof inferRouterInputs<Router>[Area] & string}`;
}[keyof inferRouterInputs<Router> & string];

/** One call as an app's client sends it; `session` is the number of the signed-in person. */
export type Call =
  | { audience: 'buyer'; session: number; path: Path<BuyerRouter>; input?: unknown; changes?: true }
  | { audience: 'staff'; session: number; path: Path<AdminRouter>; input?: unknown; changes?: true }
  | { audience: 'ping' };

export type Tokens = { buyer: string[]; staff: string[] };

/** What the generated client of the apps puts on the wire for one call: the same address, batch of one, and headers. */
export const bytesOf = (call: Call, tokens: Tokens): Buffer => written(call, tokens, { 'accept-encoding': 'gzip' });

/** The same for an answer that is to be read, not only counted. */
export const plainBytesOf = (call: Call, tokens: Tokens): Buffer => written(call, tokens, {});

const written = (call: Call, tokens: Tokens, more: Readonly<Record<string, string>>): Buffer => {
  const common = { host: 'localhost', connection: 'keep-alive', ...more };
  if (call.audience === 'ping') return requestBytes('GET', '/healthz', common);
  const own = tokens[call.audience];
  const headers = {
    ...common,
    cookie: `${call.audience}_sid=${own[call.session % own.length]}`,
    'x-tradeline': '1',
  };
  if (call.changes)
    return requestBytes('POST', `/trpc/${call.path}?batch=1`, headers, JSON.stringify({ 0: call.input ?? {} }));
  const input = call.input === undefined ? {} : { 0: call.input };
  return requestBytes('GET', `/trpc/${call.path}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`, headers);
};
