declare global {
  interface Window {
    /** Calls that `first.js` sent while the program was still on its way, by their address. */
    firstAnswers?: Record<string, Promise<Response>> | undefined;
  }
}

/**
 * The answer that was asked for before the program ran, for the first call if it asks the same. Whatever the first call is,
 * the rest is dropped with it: an answer from before somebody signed in must never be found afterwards.
 */
export const firstAnswer = (address: unknown): Promise<Response> | undefined => {
  const early = window.firstAnswers;
  window.firstAnswers = undefined;
  return typeof address === 'string' ? early?.[address] : undefined;
};
