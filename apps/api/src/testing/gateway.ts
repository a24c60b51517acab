import { accountSecret, type GatewayKeys } from '../../dev/gateway/index.ts';
import { alipayGateway } from '../adapters/payment/alipay.ts';
import { wechatGateway } from '../adapters/payment/wechat.ts';

/** The real adapters, pointed at a stand-in; notices go nowhere unless an address is given. */
export const gatewaysOf = (
  keys: GatewayKeys,
  url: string,
  timeoutMs = 5_000,
  notify = 'http://127.0.0.1:9/notify',
) => ({
  wechat: wechatGateway({
    url,
    mchid: keys.wechat.mchid,
    appid: keys.wechat.appid,
    serial: keys.wechat.merchantSerial,
    privateKey: keys.wechat.merchant.privateKey,
    platformSerial: keys.wechat.platformSerial,
    platformKey: keys.wechat.platform.publicKey,
    apiKey: keys.wechat.apiKey,
    notifyUrl: `${notify}/wechat`,
    returnUrl: 'http://shop.test/pay/return',
    timeoutMs,
    account: { pageUrl: url, apiUrl: url, secret: accountSecret(keys.wechat) },
  }),
  alipay: alipayGateway({
    url: `${url}/gateway.do`,
    appId: keys.alipay.appId,
    sellerId: keys.alipay.sellerId,
    privateKey: keys.alipay.app.privateKey,
    publicKey: keys.alipay.platform.publicKey,
    notifyUrl: `${notify}/alipay`,
    returnUrl: 'http://shop.test/pay/return',
    timeoutMs,
  }),
});
