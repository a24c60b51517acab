/** What happens to a parcel of the stand-in by itself, so many milliseconds after it was subscribed to. */
export const journey = [
  { after: 2_000, status: '揽收', context: '【杭州市】快件已由滨江营业部揽收' },
  { after: 20_000, status: '在途', context: '【杭州市】快件已发往杭州转运中心' },
  { after: 60_000, status: '在途', context: '【杭州市】快件已到达杭州转运中心' },
  { after: 150_000, status: '派件', context: '【目的地】快递员正在派送，请保持电话畅通' },
  { after: 300_000, status: '签收', context: '【目的地】快件已签收，签收人：前台' },
] as const;
