import { err, ok } from '@tradeline/domain/kernel';
import { createTransport } from 'nodemailer';
import type { Mail, SendProblem } from '../../ports/sending.ts';

/** How long a mail server may think, at each of its steps. */
const PATIENCE_MS = 10_000;

/** Mail by a server that speaks SMTP: `smtps://name:password@host`. The message's id is ours, so that a mail sent again is known to be the same. */
export const smtpMail = ({ url, from }: { url: string; from: string }): Mail & { close: () => void } => {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const server = new URL(url);
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port || (server.protocol === 'smtps:' ? 465 : 587)),
    secure: server.protocol === 'smtps:',
    ...(server.username
      ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
      : {}),
    ...patience,
  });
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? 'localhost';
  return {
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
        return ok(undefined);
      } catch (error) {
        return err(problemOf(error));
      }
    },
    close: () => transport.close(),
  };
};

/** 5xx is the server's last word; everything else may pass. Its words may hold the address, never the password. */
const problemOf = (error: unknown): SendProblem => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  const isFinal = typeof code === 'number' && code >= 500 && code !== 535 && code !== 530;
  return { kind: isFinal ? 'refused' : 'no-answer', detail: detail.slice(0, 300) };
};
