declare global {
  interface Window {
    /** Calls that `first.js` sent while the program was still on its way, by their address. */
    firstAnswers?: Record<string, Promise<Response>> | undefined;
  }
}

/** As long as the first page may take to ask; whoever comes back to a page later wants it as it is then. */
const KEPT_MS = 20_000;

/**
 * The answer that was asked for before the program ran, once, for a call that asks the same. All are dropped with the first
 * call that changes something: an answer from before somebody signed in must never be found afterwards.
 */
export const firstAnswer = (address: unknown, method = 'GET'): Promise<Response> | undefined => {
  const early = window.firstAnswers;
  if (!early) return undefined;
  if (method !== 'GET' || performance.now() > KEPT_MS) {
    window.firstAnswers = undefined;
    return undefined;
  }
  if (typeof address !== 'string') return undefined;
  const answer = early[address];
  delete early[address];
  return answer;
};
