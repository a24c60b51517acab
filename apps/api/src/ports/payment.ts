import type { Instant, Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';

export const paymentChannels = ['wechat', 'alipay'] as const;
export type PaymentChannel = (typeof paymentChannels)[number];

/**
 * Where the payer stands: at a desk he scans a code with his phone, on a phone he goes to the gateway's page, and inside
 * WeChat's own browser WeChat opens its window over our page.
 */
export type PayerScreen = 'desk' | 'phone' | 'wechat';
/** What the page hands to the app around it, signed for it; in the words of `WeixinJSBridge`. */
export type BridgeRequest = {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
};
/** How he is led to pay: a code to show him, an address for his browser, or a request to the app that our page is open in. */
export type Invitation =
  | { kind: 'code'; code: string }
  | { kind: 'address'; address: string }
  | { kind: 'bridge'; request: BridgeRequest };

export type Payable = {
  /** What we call this attempt, for ever: asking twice with one number is one payment. */
  number: string;
  amount: Minor;
  description: string;
  expiresAt: Instant;
  screen: PayerScreen;
  /** The payer's network address, which some gateways ask for. */
  address: string;
  /** Who pays, as the gateway's app calls him; asked for on the screen `wechat` only. */
  payer?: string | undefined;
};

/** Paying from within the gateway's own app, which wants to know beforehand who pays. */
export type InsideApp = {
  /** The app's page that says who is looking: it comes to `back` with our `state` and a code that is good for once. */
  entry: (way: { back: string; state: string }) => string;
  /** What that app calls the person behind a code. */
  identify: (code: string) => GatewayAnswer<string>;
};

/** What a gateway knows of an attempt. `absent`: it never heard of it, so no money moved. */
export type PaymentReport =
  | { state: 'paid'; transaction: string; amount: Minor; currency: string }
  | { state: 'open' | 'closed' | 'absent' };

export type RefundReport =
  | { state: 'succeeded'; transaction: string }
  | { state: 'waiting' | 'absent' }
  | { state: 'failed'; detail: string };

export type RefundWish = {
  /** The attempt that took the money, and what it took. */
  number: string;
  paid: Minor;
  refundNumber: string;
  amount: Minor;
  reason: string;
};

/** No answer proves nothing: the call may have had its effect. A refusal is the gateway's word that it had none. */
export type GatewayProblem = { kind: 'no-answer'; detail: string } | { kind: 'refused'; code: string; detail: string };
export type GatewayAnswer<T> = Promise<Result<T, GatewayProblem>>;

export type RawNotice = {
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Byte for byte what was signed. */
  body: string;
};
/** A notice that is genuine and meant for this shop. The same `noticeId` tells the same thing. */
export type Notice = { noticeId: string; number: string; report: PaymentReport };
export type NoticeProblem = 'malformed' | 'signature' | 'stale' | 'other-merchant';

/** A company that takes money for us. Every call has its own time limit and is made outside of transactions. */
export type PaymentGateway = {
  start: (payable: Payable) => GatewayAnswer<Invitation>;
  query: (number: string) => GatewayAnswer<PaymentReport>;
  /** Nobody can pay this attempt any more; refused when it is paid already. */
  close: (number: string) => GatewayAnswer<void>;
  refund: (wish: RefundWish) => GatewayAnswer<RefundReport>;
  queryRefund: (wish: Pick<RefundWish, 'number' | 'refundNumber'>) => GatewayAnswer<RefundReport>;
  /** `at`: milliseconds since 1970 of its arrival; notices of a channel that signs a time are refused when it is far off. */
  readNotice: (notice: RawNotice, at: number) => Result<Notice, NoticeProblem>;
  /** What the gateway takes as "heard", so that it stops telling. */
  heard: { body: string; type: string };
  /** Missing where nothing is paid from within an app. */
  insideApp?: InsideApp | undefined;
};
export type PaymentGateways = Readonly<Partial<Record<PaymentChannel, PaymentGateway>>>;
