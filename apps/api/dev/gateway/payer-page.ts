import { html } from 'hono/html';
import type { Trade } from './trades.ts';

const names = { wechat: '微信支付 WeChat Pay', alipay: '支付宝 Alipay' } as const;
const colours = { wechat: '#07c160', alipay: '#1677ff' } as const;

/** What a person sees who has scanned the code: the amount, and a button that "pays". */
export const payerPage = (trade: Trade, nonce: string) => html`<!doctype html>
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${names[trade.channel]}</title>
      <style nonce="${nonce}">
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f3f4f6; color: #111827;
          font: 16px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
        main { width: min(22rem, calc(100vw - 2rem)); background: #fff; border-radius: 1rem; overflow: hidden;
          box-shadow: 0 8px 30px rgb(0 0 0 / 0.08); text-align: center; }
        h1 { margin: 0; padding: 0.9rem; background: ${colours[trade.channel]}; color: #fff; font-size: 1rem; }
        p { margin: 0; padding: 0 1.5rem; color: #4b5563; font-size: 0.9rem; overflow-wrap: anywhere; }
        strong { display: block; padding: 1.2rem 1rem 0.4rem; font-size: 2.4rem; font-variant-numeric: tabular-nums; }
        form { display: grid; gap: 0.6rem; padding: 1.4rem; }
        button { font: inherit; font-weight: 600; min-height: 3rem; border: 0; border-radius: 0.6rem; cursor: pointer;
          background: ${colours[trade.channel]}; color: #fff; }
        small { display: block; padding: 0 1.5rem 1.4rem; color: #6b7280; }
      </style>
    </head>
    <body>
      <main>
        <h1>${names[trade.channel]}</h1>
        <strong>¥${(trade.amount / 100).toFixed(2)}</strong>
        <p>${trade.description}</p>
        ${
          trade.state === 'open'
            ? html`<form method="post"><button>确认付款 Pay</button></form>`
            : html`<form><p>${trade.state === 'paid' ? '已付款 Paid' : '订单已关闭 Closed'}</p></form>`
        }
        <small>演示用支付网关，不会产生真实扣款 · Stand-in gateway, no real money moves</small>
      </main>
    </body>
  </html>`;
