import type { Outputs } from '../../lib/trpc.ts';

type Invitation = Outputs['payments']['start']['invitation'];
export type BridgeRequest = Extract<Invitation, { kind: 'bridge' }>['request'];

type Bridge = { invoke: (what: string, request: object, then: (answer: { err_msg?: string }) => void) => void };
declare global {
  interface Window {
    /** What WeChat gives the pages that it shows; a moment after they have begun. */
    WeixinJSBridge?: Bridge;
  }
}

/** WeChat's own browser, on a phone or a desk. That of WeCom (企业微信) calls itself the same and knows no payers. */
export const insideWechat = (): boolean => {
  const { userAgent } = navigator;
  return /MicroMessenger\//u.test(userAgent) && !/wxwork\//u.test(userAgent);
};

/** What WeChat's window said as it closed. None of it is proof: the gateway is asked what became of the money. */
export type BridgeAnswer = 'ok' | 'cancelled' | 'failed';

const PATIENCE_MS = 8_000;

const bridge = (): Promise<Bridge | undefined> =>
  new Promise((resolve) => {
    if (window.WeixinJSBridge) return resolve(window.WeixinJSBridge);
    const ready = () => {
      clearTimeout(patience);
      document.removeEventListener('WeixinJSBridgeReady', ready);
      resolve(window.WeixinJSBridge);
    };
    const patience = setTimeout(ready, PATIENCE_MS);
    document.addEventListener('WeixinJSBridgeReady', ready);
  });

/** Opens WeChat's window over this page, and waits until it closes. */
export const payByBridge = async (request: BridgeRequest): Promise<BridgeAnswer> => {
  const wechat = await bridge();
  if (!wechat) return 'failed';
  return new Promise((resolve) =>
    wechat.invoke('getBrandWCPayRequest', request, ({ err_msg = '' }) =>
      resolve(err_msg.endsWith(':ok') ? 'ok' : err_msg.endsWith(':cancel') ? 'cancelled' : 'failed'),
    ),
  );
};
