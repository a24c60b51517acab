import type { ParcelNewsKind } from '@tradeline/domain/fulfilment';
import type { Instant, Result } from '@tradeline/domain/kernel';
import type { NoticeProblem, RawNotice } from './payment.ts';

/** A parcel as its carrier knows it. Some carriers tell only who knows the receiver's phone number. */
export type TrackedParcel = { carrierCode: string; trackingNumber: string; phone: string };
export type ParcelNews = { kind: ParcelNewsKind; at: Instant; text: string };
/** All that is known of a parcel now, in no order that anybody may rely on. */
export type ParcelReport = { carrierCode: string; trackingNumber: string; news: readonly ParcelNews[] };

/** No answer proves nothing. `refused`: it said no, with its own code. `unknown`: it has not heard of the parcel yet. */
export type CarrierProblem =
  | { kind: 'no-answer'; detail: string }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'unknown' };
export type CarrierAnswer<T> = Promise<Result<T, CarrierProblem>>;

/** News that is genuine. The same `noticeId` says the same. */
export type CarrierNotice = { noticeId: string; report: ParcelReport };

/** Somebody who knows of parcels of many carriers. Every call has its own time limit and is made outside of transactions. */
export type ParcelDesk = {
  /** Named in the history of an order as who said so. */
  name: string;
  /** Asks to be told of a parcel from now on; asking twice is asking once. */
  subscribe: (parcel: TrackedParcel) => CarrierAnswer<void>;
  query: (parcel: TrackedParcel) => CarrierAnswer<ParcelReport>;
  readNotice: (notice: RawNotice) => Result<CarrierNotice, NoticeProblem>;
  /** What it takes as "heard", so that it stops telling. */
  heard: { body: string; type: string };
};
