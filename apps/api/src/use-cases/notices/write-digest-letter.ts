import type { Bilingual } from '@tradeline/db/stores';
import type { StockDigest } from '../stock/write-digest.ts';
import { type LetterLanguage, letterFrame } from './letter-words.ts';

type Words = {
  line: (digest: StockDigest) => string;
  alerts: (digest: StockDigest['alerts']) => string;
  expired: (total: number) => string;
  soon: (total: number, days: number) => string;
  lot: (lot: { code: string; expiresOn: string; units: number; warehouse: string }) => string;
  more: (n: number) => string;
  open: { lots: (url: string) => string; alerts: (url: string) => string };
};
const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const words: Record<LetterLanguage, Words> = {
  'zh-CN': {
    line: ({ alerts, expired, soon }) =>
      `库存日报：已过期 ${expired.total} 批，临期 ${soon.total} 批，缺货 ${alerts.out} 项，低于安全库存 ${alerts.low} 项`,
    alerts: ({ out, low, cover }) => `缺货 ${out} 项，低于安全库存 ${low} 项，可售天数不足 ${cover} 项`,
    expired: (total) => `已过期，不再可售（${total} 批）`,
    soon: (total, days) => `${days} 天内到期（${total} 批）`,
    lot: ({ code, expiresOn, units, warehouse }) =>
      `批次 ${code || '未标'}，有效期至 ${expiresOn}，${warehouse} ${units}`,
    more: (n) => `另有 ${n} 批`,
    open: { lots: (url) => `查看批次：${url}`, alerts: (url) => `查看库存预警：${url}` },
  },
  en: {
    line: ({ alerts, expired, soon }) =>
      `Stock today: ${plural(expired.total, 'lot has', 'lots have')} ended, ${plural(soon.total, 'ends', 'end')} soon, ${alerts.out} out of stock, ${alerts.low} low`,
    alerts: ({ out, low, cover }) => `${out} out of stock, ${low} below safety stock, ${cover} that will not last`,
    expired: (total) => `Ended, no longer sold (${plural(total, 'lot', 'lots')})`,
    soon: (total, days) => `Ends within ${plural(days, 'day', 'days')} (${plural(total, 'lot', 'lots')})`,
    lot: ({ code, expiresOn, units, warehouse }) =>
      `lot ${code || 'not noted'}, until ${expiresOn}, ${warehouse}: ${units}`,
    more: (n) => `and ${plural(n, 'more lot', 'more lots')}`,
    open: { lots: (url) => `See the lots: ${url}`, alerts: (url) => `See the alerts: ${url}` },
  },
};

/** The morning's letter about stock: what has ended, what ends soon, what is short, and the ways to the lists. */
export const digestLetter = (digest: StockDigest, language: LetterLanguage, base: string) => {
  const { line, alerts, expired, soon, lot, more, open } = words[language];
  const say = ({ zh, en }: Bilingual): string => (language === 'en' ? (en ?? zh) : zh);
  const lots = (title: string, { total, named }: StockDigest['expired']): string[] =>
    total === 0
      ? []
      : [
          title,
          ...named.map(
            (one) => `- ${one.itemNumber} ${say(one.name)}: ${lot({ ...one, warehouse: say(one.warehouse) })}`,
          ),
          ...(total > named.length ? [`  ${more(total - named.length)}`] : []),
          '',
        ];
  return {
    line: line(digest),
    body: (name: string) => [
      '',
      ...lots(expired(digest.expired.total), digest.expired),
      ...lots(soon(digest.soon.total, digest.soon.days), digest.soon),
      alerts(digest.alerts),
      '',
      open.lots(`${base}/stock/lots`),
      open.alerts(`${base}/stock/alerts`),
      '',
      '--',
      name,
      letterFrame[language].preferences(`${base}/preferences`),
    ],
  };
};
