import type { AdminRouter, Refusal } from '@tradeline/api/router';
import { TRPCClientError } from '@trpc/client';

/** What went wrong with a call, as the screens tell it apart. */
export type Problem =
  | { kind: 'refusal'; refusal: Refusal }
  /** The input did not pass; each field with its message. */
  | { kind: 'fields'; fields: readonly { field: string; message: string }[] }
  /** No answer: the network, or the server is away. */
  | { kind: 'offline' }
  /** A bug; the request id leads to its log line. */
  | { kind: 'bug'; requestId: string | undefined };

export const problemOf = (error: unknown): Problem => {
  if (!(error instanceof TRPCClientError)) return { kind: 'bug', requestId: undefined };
  const { data } = error as TRPCClientError<AdminRouter>;
  if (!data || data.code === 'SERVICE_UNAVAILABLE') return { kind: 'offline' };
  if (data.refusal) return { kind: 'refusal', refusal: data.refusal };
  if (data.fields) return { kind: 'fields', fields: data.fields };
  return { kind: 'bug', requestId: data.requestId };
};

export const refusalOf = (error: unknown): Refusal | undefined => {
  const problem = problemOf(error);
  return problem.kind === 'refusal' ? problem.refusal : undefined;
};
