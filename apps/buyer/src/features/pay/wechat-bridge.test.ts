import { afterEach, expect, test, vi } from 'vitest';
import { type BridgeRequest, insideWechat, payByBridge } from './wechat-bridge.ts';

const request: BridgeRequest = {
  appId: 'wx1',
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=p',
  signType: 'RSA',
  paySign: 's',
};
const answering = (err_msg?: string) => ({
  invoke: vi.fn((_: string, __: object, then: (answer: object) => void) =>
    then(err_msg === undefined ? {} : { err_msg }),
  ),
});
afterEach(() => {
  delete window.WeixinJSBridge;
  vi.unstubAllGlobals();
});

test.each([
  ['get_brand_wcpay_request:ok', 'ok'],
  ['get_brand_wcpay_request:cancel', 'cancelled'],
  ['get_brand_wcpay_request:fail', 'failed'],
  [undefined, 'failed'],
])('WeChat says %s: %s', async (said, expected) => {
  window.WeixinJSBridge = answering(said);
  expect(await payByBridge(request)).toBe(expected);
  expect(window.WeixinJSBridge.invoke).toHaveBeenCalledWith('getBrandWCPayRequest', request, expect.any(Function));
});

test('a bridge that is not there yet is waited for', async () => {
  const paid = payByBridge(request);
  window.WeixinJSBridge = answering('get_brand_wcpay_request:ok');
  document.dispatchEvent(new Event('WeixinJSBridgeReady'));
  expect(await paid).toBe('ok');
});

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
test.each([
  [`${iPhone} MicroMessenger/8.0.55(0x1800372d) NetType/WIFI Language/zh_CN`, true],
  [`${iPhone} Safari/604.1`, false],
  [`${iPhone} wxwork/4.1.28 MicroMessenger/7.0.1 Language/zh`, false],
])('%s: %s', (userAgent, expected) => {
  vi.stubGlobal('navigator', { userAgent });
  expect(insideWechat()).toBe(expected);
});
