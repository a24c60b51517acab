/** Words that goods are counted in, longest first so that 公斤 is not read as 斤. Others come with the catalogue. */
const TRADE_UNITS = [
  ...'个 只 件 箱 盒 包 瓶 袋 桶 支 把 套 台 条 卷 张 双 打 斤 公斤 千克 吨 罐 听 提 板 排 串 捆 扎 块 片 根 粒 对 副 组 付 本 册 枚 筒 架 辆 部 座 盘 碗 杯 米 尺'.split(
    ' ',
  ),
  ...'pieces piece pcs pc ea each cartons carton ctns ctn cases case boxes box bottles bottle btl packs pack pkts pkt packets packet bags bag sets set pairs pair rolls roll dozens dozen doz cans can units unit tins tin kg kgs drums drum'.split(
    ' ',
  ),
];

/** A pattern that finds a unit word: ours and those of the catalogue at hand. Latin words end where a word ends. */
export const unitPattern = (more: readonly string[]): string => {
  const words = [...new Set([...TRADE_UNITS, ...more.map((word) => word.trim().toLowerCase()).filter(Boolean)])].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return `(?:${escaped.map((word) => (/[a-z]$/u.test(word) ? `${word}(?![a-z0-9])` : word)).join('|')})`;
};
