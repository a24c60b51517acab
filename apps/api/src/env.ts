import { dirname, join } from 'node:path';
import * as z from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const shape = z.object({
  DATABASE_URL: z.string().min(1),
  /** The socket file of a server on this machine, instead of the host and port of the address. */
  DATABASE_SOCKET: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_PORT: port.default(4100),
  CONSOLE_PORT: port.default(4200),
  /** The addresses people type; https makes the cookies Secure. */
  PORTAL_URL: z.url().optional(),
  CONSOLE_URL: z.url().optional(),
  /** Folders with the built apps; without one the API alone is served on that port (as in development). */
  PORTAL_DIST: z.string().optional(),
  CONSOLE_DIST: z.string().optional(),
  /** Pictures and documents that browsers are served; and beside it what is never served as a file. */
  FILES_DIR: z.string().default('.data/files'),
  PRIVATE_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Whether this process also does what no request waits for; at least one process of a shop must. */
  BACKGROUND_WORK: z.enum(['on', 'off']).default('on'),
  /** How many wrong passwords an account or an address may send in 15 minutes. */
  LOGIN_LIMIT_ACCOUNT: z.coerce.number().int().min(1).default(10),
  LOGIN_LIMIT_ADDRESS: z.coerce.number().int().min(1).default(50),
  ORDER_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  /** Reverse proxies whose X-Forwarded-For is believed, comma separated. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Online payment; a channel without its values is off. Keys are PEM, or the path of a file that holds one. */
  WECHAT_PAY_URL: z.url().default('https://api.mch.weixin.qq.com'),
  WECHAT_PAY_MCHID: z.string().optional(),
  WECHAT_PAY_APPID: z.string().optional(),
  WECHAT_PAY_SERIAL: z.string().optional(),
  WECHAT_PAY_PRIVATE_KEY: z.string().optional(),
  WECHAT_PAY_API_KEY: z.string().length(32).optional(),
  WECHAT_PAY_PLATFORM_SERIAL: z.string().optional(),
  WECHAT_PAY_PLATFORM_KEY: z.string().optional(),
  /** The secret of the official account behind the app id; with it, buyers pay inside WeChat too. */
  WECHAT_PAY_APP_SECRET: z.string().min(1).optional(),
  WECHAT_PAGE_URL: z.url().default('https://open.weixin.qq.com'),
  WECHAT_API_URL: z.url().default('https://api.weixin.qq.com'),
  ALIPAY_URL: z.url().default('https://openapi.alipay.com/gateway.do'),
  ALIPAY_APP_ID: z.string().optional(),
  ALIPAY_SELLER_ID: z.string().optional(),
  ALIPAY_PRIVATE_KEY: z.string().optional(),
  ALIPAY_PUBLIC_KEY: z.string().optional(),
  /** Where gateways reach us, when that is not where buyers do. */
  PAYMENT_NOTIFY_URL: z.url().optional(),
  /** 快递100; without its values parcels are followed by hand. */
  KUAIDI100_URL: z.url().default('https://poll.kuaidi100.com'),
  KUAIDI100_KEY: z.string().optional(),
  KUAIDI100_CUSTOMER: z.string().optional(),
  KUAIDI100_SALT: z.string().min(8).optional(),
  /** Where it reaches us, when that is not where buyers do. */
  CARRIER_NOTIFY_URL: z.url().optional(),
  CARRIER_TIMEOUT_MS: z.coerce.number().int().min(500).max(10_000).default(5_000),
  /** How long a parcel may be silent until it is asked after. */
  PARCEL_SILENT_MINUTES: z.coerce.number().int().min(0).max(10_000).default(240),
  /** A mail server (`smtps://name:password@host`) and the sender's address; without both, letters are laid into a folder. */
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().includes('@').optional(),
  /** A gateway for short messages and its key; without both, they are laid into the same folder. */
  SMS_URL: z.url().optional(),
  SMS_KEY: z.string().min(1).optional(),
  OUTBOX_DIR: z.string().optional(),
  /** How long a gateway may think. */
  PAYMENT_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(10_000).default(8_000),
});

export type Env = z.infer<typeof shape>;

/** The only reader of the process environment. A wrong value stops the start with the variable's name. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => {
  const parsed = shape.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`environment: ${wrong.join('; ')}`);
};

/** What browsers are served, and beside it what is never served as a file. */
export const storageFolders = ({ FILES_DIR, PRIVATE_DIR }: Pick<Env, 'FILES_DIR' | 'PRIVATE_DIR'>) => ({
  public: FILES_DIR,
  private: PRIVATE_DIR ?? join(dirname(FILES_DIR), 'private'),
});
