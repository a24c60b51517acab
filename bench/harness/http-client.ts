import { connect, type Socket } from 'node:net';

export type Reply = { status: number; body: Buffer };
export type HttpClient = { send: (request: Buffer) => Promise<Reply>; close: () => void };

const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/** The bytes of a request as a browser's keep-alive connection sends them. */
export const requestBytes = (
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Buffer => {
  const length =
    method === 'POST' ? [`content-length: ${Buffer.byteLength(body)}`, 'content-type: application/json'] : [];
  const lines = [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...length];
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
};

/**
 * One kept connection, one request at a time. Far cheaper than a general client, so that what is measured on a small
 * machine is the server and not who asks.
 */
export const openClient = (port: number): HttpClient => {
  let socket: Socket | undefined;
  let buffered: Buffer = NOTHING;
  let waiting: { done: (reply: Reply) => void; fail: (error: Error) => void } | undefined;
  const settle = (act: (to: NonNullable<typeof waiting>) => void): void => {
    const to = waiting;
    waiting = undefined;
    if (to) act(to);
  };
  const opened = (): Socket => {
    if (socket && !socket.destroyed) return socket;
    buffered = NOTHING;
    socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk: Buffer) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      const read = readReply(buffered);
      if (!read) return;
      buffered = buffered.subarray(read.end);
      settle(({ done }) => done({ status: read.status, body: read.body }));
    });
    socket.on('error', (error) => settle(({ fail }) => fail(error)));
    socket.on('close', () => settle(({ fail }) => fail(new Error('the connection was closed'))));
    return socket;
  };
  return {
    send: (request) =>
      new Promise((done, fail) => {
        waiting = { done, fail };
        opened().write(request);
      }),
    close: () => socket?.destroy(),
  };
};

/** A whole answer at the start of the bytes, or nothing while it is not all there. The body stays compressed if it is. */
export const readReply = (bytes: Buffer): (Reply & { end: number }) | undefined => {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  const length = /\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return bytes.length < end ? undefined : { status, body: bytes.subarray(start, end), end };
  }
  if (!head.includes('\ntransfer-encoding: chunked')) return { status, body: NOTHING, end: start };
  const parts: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { status, body: Buffer.concat(parts), end: next };
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
};
