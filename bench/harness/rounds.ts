/** What many clients in a closed loop saw: each sends its next request when the one before is answered. */
export type Round = { latencies: number[]; seconds: number; failures: Record<string, number>; used: number };

/**
 * Runs `clients` loops for some seconds, and each at least `least` times. `act` is given a running number and answers what went wrong, or `undefined`
 * for an answer as wished, or `'nothing left'`, which ends the round early. Latencies are of good answers only.
 */
export const runRound = async (
  { clients, seconds, from, least = 0 }: { clients: number; seconds: number; from: number; least?: number },
  act: (n: number, client: number) => Promise<string | undefined>,
): Promise<Round> => {
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
  let next = from;
  let isOver = false;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const loop = async (client: number): Promise<void> => {
    for (let done = 0; !isOver && (done < least || performance.now() < until); done++) {
      const started = performance.now();
      const wrong = await act(next++, client);
      if (wrong === undefined) latencies.push(performance.now() - started);
      else if (wrong === NOTHING_LEFT) isOver = true;
      else failures[wrong] = (failures[wrong] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return { latencies, failures, seconds: (performance.now() - began) / 1_000, used: next - from };
};

export const NOTHING_LEFT = 'nothing left';
