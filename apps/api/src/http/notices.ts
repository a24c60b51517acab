import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '../deps.ts';
import { paymentChannels } from '../ports/payment.ts';
import { receiveNotice } from '../use-cases/payment/receive-notice.ts';
import { receivePush } from '../use-cases/tracking/receive-push.ts';

const LIMIT = 64 * 1024;
/** A channel that is not set up has no address. */
const statuses = { signature: 401, stale: 401, 'other-merchant': 403, malformed: 400, 'channel-off': 404 } as const;

const limited = bodyLimit({ maxSize: LIMIT, onError: (c) => c.json({ error: 'too large' }, 413) });

/**
 * `POST /notify/<channel>`: where gateways tell of payments. No session and no page's header: what is said is believed by
 * its signature over the raw bytes alone. "Heard" is answered after the effect is committed; whatever else, they tell again.
 */
export const serveNotices = (app: Hono, deps: Deps): void => {
  for (const channel of paymentChannels)
    app.post(`/notify/${channel}`, limited, async (c) => {
      const headers = c.req.header();
      const body = await c.req.text();
      const received = await receiveNotice(deps, channel, { headers, body });
      if (!received.ok) {
        deps.log.warn({ channel, problem: received.error }, 'a payment notice was refused');
        return c.json({ code: 'FAIL', message: received.error }, statuses[received.error]);
      }
      deps.log.info({ channel, outcome: received.value }, 'payment notice');
      const heard = deps.payments[channel]?.heard;
      return c.body(heard?.body ?? '', 200, { 'content-type': heard?.type ?? 'text/plain' });
    });
  // `POST /notify/carrier`: where carriers tell of parcels, believed by their signature like the others.
  app.post('/notify/carrier', limited, async (c) => {
    const received = await receivePush(deps, { headers: c.req.header(), body: await c.req.text() });
    if (!received.ok) {
      deps.log.warn({ channel: 'carrier', problem: received.error }, 'news of a parcel was refused');
      return c.json({ result: false, returnCode: '500', message: received.error }, statuses[received.error]);
    }
    deps.log.info({ channel: 'carrier', outcome: received.value }, 'news of a parcel');
    const heard = deps.parcelDesk?.heard;
    return c.body(heard?.body ?? '', 200, { 'content-type': heard?.type ?? 'text/plain' });
  });
};
