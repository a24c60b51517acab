import type { InferInsertModel } from 'drizzle-orm';
import type { orderMessages, orders } from '../schema/index.ts';
import { at, HOUR } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { DemoCustomer } from './people/customers.ts';

type Message = InferInsertModel<typeof orderMessages>;
type Line = { from: 'buyer' | 'staff'; text: string; internal?: true; read: boolean };

const talks: readonly (readonly Line[])[] = [
  [
    { from: 'buyer', text: '请周五上午送，下午仓库没人。', read: true },
    { from: 'staff', text: '好的，已和司机说好，周五 10 点前到。', read: true },
    { from: 'staff', text: '司机老李的线路，记得提前一天打电话。', internal: true, read: false },
    { from: 'buyer', text: '这批能分两张送货单开吗？', read: false },
  ],
  [
    { from: 'staff', text: '其中一个规格要等下周到货，先发其余的可以吗？', read: true },
    { from: 'buyer', text: '可以，先发。', read: true },
    { from: 'staff', text: '收到，今天安排发货。', read: false },
  ],
  [{ from: 'buyer', text: '外箱请贴我们的采购单号。', read: true }],
];

/** What is said about the newest orders of the first customers: answered, waiting for either side, and a note among staff. */
export const buildConversations = (
  seed: number,
  now: number,
  newest: readonly InferInsertModel<typeof orders>[],
  customers: readonly DemoCustomer[],
  rep: (staffId: string) => string,
): Message[] => {
  const ids = idsFrom(seed, 'conversations');
  return customers.slice(0, 6).flatMap(({ row: company, buyers }, nth) =>
    newest
      .filter((order) => order.companyId === company.id)
      .toSorted((a, b) => String(b.placedAt).localeCompare(String(a.placedAt)))
      .slice(0, 2)
      .flatMap((order, turn) => {
        const talk = talks[(nth + turn) % talks.length] ?? [];
        const placed = Date.parse(String(order.placedAt));
        // After the order and before now, evenly.
        const step = Math.min(2 * HOUR, (now - placed) / (talk.length + 1));
        const buyer = buyers.find(({ id }) => id === order.buyerId) ?? buyers[0];
        return talk.map(({ from, text, internal = false, read }, index): Message => {
          const moment = placed + step * (index + 1);
          const authorId = from === 'buyer' ? buyer?.id : company.salesRepId;
          return {
            id: ids(moment),
            orderId: order.id,
            companyId: company.id,
            authorType: from,
            authorId: authorId ?? null,
            authorName: from === 'buyer' ? (buyer?.name ?? '') : rep(company.salesRepId ?? ''),
            text,
            internal,
            at: at(moment),
            readAt: read ? at(moment + step / 2) : null,
          };
        });
      }),
  );
};
