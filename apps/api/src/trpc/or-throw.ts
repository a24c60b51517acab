import type { Result } from '@tradeline/domain/kernel';
import { TRPCError } from '@trpc/server';
import { type Refusal, refusalCodes } from './refusal-codes.ts';

/** Carries a refusal through tRPC; the error formatter puts it on the wire as it is. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export const refuse = (refusal: Refusal): never => {
  throw new TRPCError({ code: refusalCodes[refusal.kind], message: refusal.kind, cause: new RefusalError(refusal) });
};

/** The value, or the refusal as a typed error with its code. */
export const orThrow = <T>(result: Result<T, Refusal>): T => (result.ok ? result.value : refuse(result.error));
