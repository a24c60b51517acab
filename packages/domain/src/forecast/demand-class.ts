import { INTERMITTENT_ADI } from '../analytics/index.ts';

/** How demand comes: steady, in swings, now and then, or now and then in lumps (Syntetos, Boylan and Croston 2005). */
export type DemandKind = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';
export type DemandClass = {
  /** Periods per period with demand; infinite without any. */ readonly adi: number;
  /** Squared coefficient of variation of the demand sizes. */ readonly cv2: number;
  readonly class: DemandKind;
};
export type DemandEdges = { readonly adi?: number | undefined; readonly cv2?: number | undefined };

export const demandClass = (
  y: ArrayLike<number>,
  { adi: adiEdge = INTERMITTENT_ADI, cv2: cv2Edge = 0.49 }: DemandEdges = {},
): DemandClass => {
  const sizes = Array.from(y).filter((units) => units !== 0);
  const mean = sizes.reduce((sum, units) => sum + units, 0) / sizes.length;
  const variance = sizes.reduce((sum, units) => sum + (units - mean) ** 2, 0) / sizes.length;
  const adi = sizes.length === 0 ? Number.POSITIVE_INFINITY : y.length / sizes.length;
  const cv2 = sizes.length === 0 || mean === 0 ? 0 : variance / mean ** 2;
  const rare = adi >= adiEdge;
  const wild = cv2 >= cv2Edge;
  return { adi, cv2, class: rare ? (wild ? 'lumpy' : 'intermittent') : wild ? 'erratic' : 'smooth' };
};
