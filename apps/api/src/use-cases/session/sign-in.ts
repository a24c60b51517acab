import { buyerStore, normaliseLogin, rateLimitStore, staffStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { verifyPassword } from '../../auth/password.ts';
import type { Audience } from '../../auth/sessions.ts';
import type { Deps } from '../../deps.ts';

export type SignIn = { login: string; password: string; userAgent: string; address: string };
export type SignInRefusal =
  | { kind: 'sign-in-failed' }
  | { kind: 'too-many-attempts'; retryAfterSeconds: number }
  | { kind: 'busy'; retryAfterSeconds: number };

const WINDOW_SECONDS = 900;

/**
 * Opens a session and returns its cookie. Wrong name, wrong password and disabled account answer alike, in the same
 * time. Attempts are limited before any hashing, by account and by the peer's address.
 */
export const signIn = async (
  { db, env, sessions }: Pick<Deps, 'db' | 'env' | 'sessions'>,
  audience: Audience,
  attempt: SignIn,
): Promise<Result<{ userId: string; cookie: string }, SignInRefusal>> => {
  const account = `sign-in:${audience}:${normaliseLogin(attempt.login)}`;
  const buckets = [
    { key: account, capacity: env.LOGIN_LIMIT_ACCOUNT, perSeconds: WINDOW_SECONDS },
    { key: `sign-in:address:${attempt.address}`, capacity: env.LOGIN_LIMIT_ADDRESS, perSeconds: WINDOW_SECONDS },
  ];
  for (const bucket of buckets)
    if (!(await rateLimitStore.take(db, bucket)))
      return err({ kind: 'too-many-attempts', retryAfterSeconds: Math.ceil(WINDOW_SECONDS / bucket.capacity) });
  const found = await (audience === 'staff' ? staffStore : buyerStore).credentials(db, attempt.login);
  const verified = await verifyPassword(found?.passwordHash, attempt.password);
  if (verified === 'busy') return err({ kind: 'busy', retryAfterSeconds: 2 });
  if (!verified || !found?.active) return err({ kind: 'sign-in-failed' });
  await rateLimitStore.clear(db, account);
  return ok({ userId: found.id, cookie: await sessions[audience].open(found.id, attempt) });
};
