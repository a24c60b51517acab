import { createServer as createWebServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { httpSms } from '../sms/http.ts';
import { smtpMail } from './smtp.ts';

/** A mail server that takes what is sent to it, but for one address. */
const taken: string[] = [];
const answer = (socket: Socket): void => {
  let isLetter = false;
  let letter = '';
  socket.write('220 test\r\n');
  socket.on('data', (bytes) => {
    for (const line of bytes.toString().split('\r\n').slice(0, -1)) {
      if (isLetter) {
        if (line === '.') {
          isLetter = false;
          taken.push(letter);
          socket.write('250 taken\r\n');
        } else letter += `${line}\n`;
      } else if (/^DATA/i.test(line)) {
        isLetter = true;
        letter = '';
        socket.write('354 go on\r\n');
      } else if (/^RCPT.*nobody@/i.test(line)) socket.write('550 no such user\r\n');
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  });
  socket.on('error', () => {});
};
const server = createServer(answer);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const port = (server.address() as AddressInfo).port;
const mail = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'Shop <shop@example.com>' });

const web = createWebServer((request, response) => {
  request.on('data', () => {});
  request.on('end', () => {
    const status = request.headers.authorization === 'Bearer secret' ? (request.url === '/refuse' ? 400 : 200) : 401;
    response.writeHead(status).end(request.headers['idempotency-key']);
  });
});
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
afterAll(() => {
  mail.close();
  server.close();
  web.close();
});

test('a letter arrives in both scripts under our id; an unknown address is final, a silent server is not', async () => {
  const letter = { id: 'one', to: 'zhang@example.com', subject: '订单已发货', text: '请查收' };
  expect(await mail.send(letter)).toEqual({ ok: true, value: undefined });
  expect(taken[0]).toContain('Message-ID: <one@example.com>');
  expect(taken[0]).toContain(Buffer.from('订单已发货').toString('base64').slice(0, 12));
  expect(await mail.send({ ...letter, to: 'nobody@example.com' })).toMatchObject({ error: { kind: 'refused' } });
  const gone = smtpMail({ url: 'smtp://127.0.0.1:1', from: 'shop@example.com' });
  expect(await gone.send(letter)).toMatchObject({ error: { kind: 'no-answer' } });
});

test('a short message: what the gateway refuses is final, a wrong key or no gateway is not', async () => {
  const message = { id: 'one', to: '13800000000', text: '订单已发货' };
  expect(await httpSms({ url: address, key: 'secret' }).send(message)).toMatchObject({ ok: true });
  expect(await httpSms({ url: `${address}/refuse`, key: 'secret' }).send(message)).toMatchObject({
    error: { kind: 'refused', detail: '400 one' },
  });
  expect(await httpSms({ url: address, key: 'other' }).send(message)).toMatchObject({ error: { kind: 'no-answer' } });
  expect(await httpSms({ url: 'http://127.0.0.1:1', key: 'secret' }).send(message)).toMatchObject({
    error: { kind: 'no-answer' },
  });
});
