import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The address guessing is limited by: the socket's, or what a proxy that we trust says. A stranger's header changes nothing. */
export const peerAddress = (c: Context, trusted: ReadonlySet<string>): string => {
  const peer = getConnInfo(c).remote.address ?? 'unknown';
  if (!trusted.has(peer)) return peer;
  const chain = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return chain.reverse().find((address) => !trusted.has(address)) ?? peer;
};
