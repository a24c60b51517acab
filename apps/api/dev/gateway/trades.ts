import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export type Channel = 'wechat' | 'alipay';
export type Refund = { number: string; amount: number; state: 'succeeded' | 'waiting' | 'failed'; id: string };
/** A payment as the gateway keeps it; amounts in fen. */
export type Trade = {
  channel: Channel;
  number: string;
  amount: number;
  description: string;
  notifyUrl: string;
  returnUrl: string;
  expiresAt: string;
  /** Who alone may pay it, where it was begun inside WeChat. */
  openid?: string;
  state: 'open' | 'paid' | 'closed';
  /** What was paid, which a real gateway never lets differ; tests do. */
  paidAmount: number;
  transaction: string;
  paidAt: string;
  /** In the address of the payer's page. */
  token: string;
  refunds: Refund[];
};

/** Every payment of this gateway, kept in a file where one is named so that a restart forgets nothing. */
export const openTrades = (file?: string) => {
  const trades: Trade[] =
    file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Trade[]) : [];
  return {
    all: (): readonly Trade[] => trades,
    find: (channel: Channel, number: string): Trade | undefined =>
      trades.find((trade) => trade.channel === channel && trade.number === number),
    byToken: (token: string): Trade | undefined => trades.find((trade) => trade.token === token),
    add: (
      wish: Pick<
        Trade,
        'channel' | 'number' | 'amount' | 'description' | 'notifyUrl' | 'returnUrl' | 'expiresAt' | 'openid'
      >,
    ): Trade => {
      const trade: Trade = {
        ...wish,
        state: 'open',
        paidAmount: wish.amount,
        transaction: '',
        paidAt: '',
        token: randomBytes(12).toString('hex'),
        refunds: [],
      };
      trades.push(trade);
      return trade;
    },
    save: (): void => {
      if (file !== undefined) writeFileSync(file, JSON.stringify(trades), { mode: 0o600 });
    },
  };
};
export type Trades = ReturnType<typeof openTrades>;

/** As long and as numeric as the real ones. */
export const transactionNumber = (): string => `42000${Date.now()}${String(randomInt(1_000_000_000)).padStart(9, '0')}`;

export const refundedOf = (trade: Trade): number =>
  trade.refunds.filter(({ state }) => state !== 'failed').reduce((sum, refund) => sum + refund.amount, 0);
