/** PostgreSQL's protocol as far as counting needs it: which statements were run, and how often somebody waited for an answer. */
export type Statement = { text: string; params: (string | null)[] };
/** What a client sent while nothing of its was unanswered, and on: one wait for the network. */
export type Trip = { connection: number; statements: Statement[] };

type Frame = { type: string; body: Buffer };

/** Cuts a stream into messages. A client's first message has no type and is passed over. */
export const framesOf = (hasStartup: boolean) => {
  let rest: Buffer = Buffer.alloc(0);
  let startup = hasStartup;
  return (chunk: Buffer): Frame[] => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: Frame[] = [];
    for (;;) {
      const head = startup ? 0 : 1;
      if (rest.length < head + 4) return frames;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return frames;
      if (!startup) frames.push({ type: String.fromCharCode(rest[0]!), body: rest.subarray(5, end) });
      startup = false;
      rest = rest.subarray(end);
    }
  };
};

const textAt = (body: Buffer, from: number): [text: string, next: number] => {
  const end = body.indexOf(0, from);
  return [body.toString('utf8', from, end), end + 1];
};

/** Parameters of a Bind message; all of ours travel as text. */
const boundIn = (body: Buffer): { statement: string; params: (string | null)[] } => {
  const [, afterPortal] = textAt(body, 0);
  const [statement, afterName] = textAt(body, afterPortal);
  let at = afterName + 2 + 2 * body.readUInt16BE(afterName);
  const count = body.readUInt16BE(at);
  at += 2;
  const params = Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString('utf8', at - length, at);
  });
  return { statement, params };
};

export type Watcher = { fromClient: (chunk: Buffer) => void; fromServer: (chunk: Buffer) => void };

/**
 * Watches one connection. A trip begins when the client sends while everything before is answered; a `Flush`, by which a
 * driver asks what a statement looks like before it runs it, is such a wait of its own.
 */
export const watchConnection = (connection: number, onTrip: (trip: Trip) => void): Watcher => {
  const [sent, answered] = [framesOf(true), framesOf(false)];
  const texts = new Map<string, string>();
  let [syncs, flushes] = [0, 0];
  let bound: Statement | undefined;
  let trip: Trip | undefined;
  return {
    fromClient: (chunk) => {
      for (const { type, body } of sent(chunk)) {
        if (!'PBDEQSH'.includes(type)) continue;
        if (!trip) {
          trip = { connection, statements: [] };
          onTrip(trip);
        }
        if (type === 'P') {
          const [name, next] = textAt(body, 0);
          texts.set(name, textAt(body, next)[0]);
        } else if (type === 'B') {
          const { statement, params } = boundIn(body);
          bound = { text: texts.get(statement) ?? '?', params };
        } else if (type === 'E' && bound) trip.statements.push(bound);
        else if (type === 'Q') {
          trip.statements.push({ text: textAt(body, 0)[0], params: [] });
          syncs += 1;
        } else if (type === 'S') syncs += 1;
        else if (type === 'H') flushes += 1;
      }
    },
    fromServer: (chunk) => {
      for (const { type } of answered(chunk)) {
        if (type === 'Z') syncs = Math.max(0, syncs - 1);
        else if (flushes > 0 && 'TnE'.includes(type)) flushes -= 1;
        else continue;
        if (syncs + flushes === 0) trip = undefined;
      }
    },
  };
};
