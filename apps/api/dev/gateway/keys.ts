import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyPair = { privateKey: string; publicKey: string };
/** Both sides' keys: the shop's, which the API is given, and the gateway's own, of which it is given the public half. */
export type GatewayKeys = {
  wechat: {
    mchid: string;
    appid: string;
    merchantSerial: string;
    merchant: KeyPair;
    platformSerial: string;
    platform: KeyPair;
    /** 32 characters, for what notices carry encrypted. */
    apiKey: string;
  };
  alipay: { appId: string; sellerId: string; app: KeyPair; platform: KeyPair };
};

const pair = (): KeyPair =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

export const makeKeys = (): GatewayKeys => ({
  wechat: {
    mchid: '1900000001',
    appid: 'wx0000000000000001',
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchant: pair(),
    platformSerial: `PUB_KEY_ID_${randomBytes(16).toString('hex')}`,
    platform: pair(),
    apiKey: randomBytes(16).toString('hex'),
  },
  alipay: { appId: '2021000000000001', sellerId: '2088000000000001', app: pair(), platform: pair() },
});

/** The keys of a data folder, made when it is first used; readable by its owner only, and never part of the project. */
export const keysOf = (folder: string): GatewayKeys => {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as GatewayKeys;
  mkdirSync(folder, { recursive: true });
  const keys = makeKeys();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
};

/** The secret of the official account: of the other keys, so that folders from before it have one. */
export const accountSecret = ({ apiKey }: GatewayKeys['wechat']): string =>
  createHash('sha256').update(`account ${apiKey}`).digest('hex').slice(0, 32);

/** What the API is told to use this gateway, as it would be told to use the real ones. */
export const environmentOf = (keys: GatewayKeys, url: string): Record<string, string> => ({
  WECHAT_PAY_URL: url,
  WECHAT_PAY_MCHID: keys.wechat.mchid,
  WECHAT_PAY_APPID: keys.wechat.appid,
  WECHAT_PAY_SERIAL: keys.wechat.merchantSerial,
  WECHAT_PAY_PRIVATE_KEY: keys.wechat.merchant.privateKey,
  WECHAT_PAY_API_KEY: keys.wechat.apiKey,
  WECHAT_PAY_PLATFORM_SERIAL: keys.wechat.platformSerial,
  WECHAT_PAY_PLATFORM_KEY: keys.wechat.platform.publicKey,
  WECHAT_PAY_APP_SECRET: accountSecret(keys.wechat),
  WECHAT_PAGE_URL: url,
  WECHAT_API_URL: url,
  ALIPAY_URL: `${url}/gateway.do`,
  ALIPAY_APP_ID: keys.alipay.appId,
  ALIPAY_SELLER_ID: keys.alipay.sellerId,
  ALIPAY_PRIVATE_KEY: keys.alipay.app.privateKey,
  ALIPAY_PUBLIC_KEY: keys.alipay.platform.publicKey,
});
