import { readFileSync } from 'node:fs';
import type { PaymentGateways } from '../../ports/payment.ts';
import { withCircuit } from './with-circuit.ts';

/** As the environment names them. A channel is on when all of its values are there; half of them stop the start. */
export type GatewaySettings = {
  WECHAT_PAY_URL: string;
  WECHAT_PAY_MCHID?: string | undefined;
  WECHAT_PAY_APPID?: string | undefined;
  WECHAT_PAY_SERIAL?: string | undefined;
  WECHAT_PAY_PRIVATE_KEY?: string | undefined;
  WECHAT_PAY_API_KEY?: string | undefined;
  WECHAT_PAY_PLATFORM_SERIAL?: string | undefined;
  WECHAT_PAY_PLATFORM_KEY?: string | undefined;
  WECHAT_PAY_APP_SECRET?: string | undefined;
  WECHAT_PAGE_URL: string;
  WECHAT_API_URL: string;
  ALIPAY_URL: string;
  ALIPAY_APP_ID?: string | undefined;
  ALIPAY_SELLER_ID?: string | undefined;
  ALIPAY_PRIVATE_KEY?: string | undefined;
  ALIPAY_PUBLIC_KEY?: string | undefined;
  PAYMENT_TIMEOUT_MS: number;
};
/** Where notices reach us, and where the payer's browser comes back to. */
export type Addresses = { notify: string; back: string };

const whole = <Names extends keyof GatewaySettings>(
  settings: GatewaySettings,
  names: readonly Names[],
): Record<Names, string> | undefined => {
  const missing = names.filter((name) => !settings[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) throw new Error(`environment: ${missing.join(', ')} missing for this payment channel`);
  return Object.fromEntries(names.map((name) => [name, String(settings[name])])) as Record<Names, string>;
};

/** A key is given as it is, or as the path of a file that only the product can read. */
const keyOf = (value: string): string => {
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n');
  return readFileSync(value, 'utf8');
};

/** What speaks to a gateway is loaded where that gateway is set up. */
export const openGateways = async (
  settings: GatewaySettings,
  { notify, back }: Addresses,
): Promise<PaymentGateways> => {
  const timeoutMs = settings.PAYMENT_TIMEOUT_MS;
  const wechat = whole(settings, [
    'WECHAT_PAY_MCHID',
    'WECHAT_PAY_APPID',
    'WECHAT_PAY_SERIAL',
    'WECHAT_PAY_PRIVATE_KEY',
    'WECHAT_PAY_API_KEY',
    'WECHAT_PAY_PLATFORM_SERIAL',
    'WECHAT_PAY_PLATFORM_KEY',
  ]);
  const alipay = whole(settings, ['ALIPAY_APP_ID', 'ALIPAY_SELLER_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY']);
  const places = (channel: string) => ({ notifyUrl: `${notify}/notify/${channel}`, returnUrl: `${back}/pay/return` });
  const [wechatModule, alipayModule] = await Promise.all([
    wechat && import('./wechat.ts'),
    alipay && import('./alipay.ts'),
  ]);
  return {
    ...(wechat && wechatModule
      ? {
          wechat: withCircuit(
            wechatModule.wechatGateway({
              url: settings.WECHAT_PAY_URL,
              mchid: wechat.WECHAT_PAY_MCHID,
              appid: wechat.WECHAT_PAY_APPID,
              serial: wechat.WECHAT_PAY_SERIAL,
              privateKey: keyOf(wechat.WECHAT_PAY_PRIVATE_KEY),
              apiKey: wechat.WECHAT_PAY_API_KEY,
              platformSerial: wechat.WECHAT_PAY_PLATFORM_SERIAL,
              platformKey: keyOf(wechat.WECHAT_PAY_PLATFORM_KEY),
              timeoutMs,
              account: settings.WECHAT_PAY_APP_SECRET
                ? {
                    pageUrl: settings.WECHAT_PAGE_URL,
                    apiUrl: settings.WECHAT_API_URL,
                    secret: settings.WECHAT_PAY_APP_SECRET,
                  }
                : undefined,
              ...places('wechat'),
            }),
          ),
        }
      : {}),
    ...(alipay && alipayModule
      ? {
          alipay: withCircuit(
            alipayModule.alipayGateway({
              url: settings.ALIPAY_URL,
              appId: alipay.ALIPAY_APP_ID,
              sellerId: alipay.ALIPAY_SELLER_ID,
              privateKey: keyOf(alipay.ALIPAY_PRIVATE_KEY),
              publicKey: keyOf(alipay.ALIPAY_PUBLIC_KEY),
              timeoutMs,
              ...places('alipay'),
            }),
          ),
        }
      : {}),
  };
};
