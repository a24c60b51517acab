/**
 * Carriers whose parcels can be asked after, by the code they have there, with the names people type. The names are
 * recognised, never shown: what was typed stays on the parcel.
 */
export const carriers = {
  shunfeng: ['顺丰', '顺丰速运', '顺丰快递', 'SF', 'SF Express'],
  zhongtong: ['中通', '中通快递', 'ZTO'],
  yuantong: ['圆通', '圆通速递', '圆通快递', 'YTO'],
  yunda: ['韵达', '韵达快递', '韵达速递', 'Yunda'],
  shentong: ['申通', '申通快递', 'STO'],
  jtexpress: ['极兔', '极兔速递', 'J&T', 'J&T Express'],
  jd: ['京东', '京东物流', '京东快递', 'JD', 'JD Logistics'],
  ems: ['EMS', '邮政EMS', '中国邮政速递'],
  youzhengguonei: ['邮政', '中国邮政', '邮政快递包裹', 'China Post'],
  debangkuaidi: ['德邦', '德邦快递', '德邦物流', 'Deppon'],
  annengwuliu: ['安能', '安能物流', 'ANE'],
  kuayue: ['跨越', '跨越速运', 'KYE'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CarrierCode = keyof typeof carriers;

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
const codes = new Map(
  (Object.keys(carriers) as CarrierCode[]).flatMap((code) =>
    [code, ...carriers[code]].map((name) => [plain(name), code] as const),
  ),
);

/** The carrier a person means; undefined for our own van and for carriers that nobody can be asked about. */
export const carrierCodeOf = (typed: string): CarrierCode | undefined => codes.get(plain(typed));
