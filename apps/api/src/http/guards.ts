import type { MiddlewareHandler } from 'hono';

/**
 * Refuses a changing request that another site's page could have made: the browser's own word (Sec-Fetch-Site) first,
 * Origin for older ones, and a header no foreign form can set. Queries change nothing and pass.
 */
export const ownPageOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  const otherHost = origin !== undefined && (origin === 'null' || hostOf(origin) !== c.req.header('host'));
  if (foreign || otherHost) return c.json({ error: 'cross-site request refused' }, 403);
  if (changes(c.req.method) && !c.req.header('x-tradeline'))
    return c.json({ error: 'header x-tradeline is missing' }, 403);
  return next();
};

/** The same for procedures, which speak JSON only. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (changes(c.req.method) && type !== 'application/json') return c.json({ error: 'application/json only' }, 415);
  return ownPageOnly(c, next);
};

const changes = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

const MAX_DEPTH = 32;

/** True when brackets nest deeper than any of our inputs: refused before a parser works on it. */
export const nestsTooDeep = (json: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
};

export const shallowJson: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'POST' && nestsTooDeep(await c.req.text()))
    return c.json({ error: `JSON nested deeper than ${MAX_DEPTH}` }, 400);
  return next();
};
