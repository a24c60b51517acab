import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimPorts, freePorts } from './ports.ts';

const busy = createServer();
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  if (address && typeof address === 'object') port = address.port;
});
afterAll(() => busy.close());

test('two free ports are taken as asked for', async () => {
  const free = await freePorts();
  const claimed = await claimPorts(
    { PORTAL_PORT: String(free.portal), CONSOLE_PORT: String(free.console) },
    '127.0.0.1',
  );
  expect(claimed).toEqual({ ok: true, value: free });
});

test('a busy port is refused with its number and a way out', async () => {
  const free = await freePorts();
  const claimed = await claimPorts({ PORTAL_PORT: String(free.portal), CONSOLE_PORT: String(port) }, '127.0.0.1');
  expect(claimed).toMatchObject({ ok: false });
  expect(!claimed.ok && claimed.error.en).toContain(`Port ${port}`);
  expect(!claimed.ok && claimed.error.en).toContain('CONSOLE_PORT=');
});

test.each(['abc', '0', '70000', ''])('PORTAL_PORT=%s is no port', async (text) => {
  const claimed = await claimPorts({ PORTAL_PORT: text, CONSOLE_PORT: '4999' }, '127.0.0.1');
  expect(!claimed.ok && claimed.error.en).toContain('is not a port number');
});

test('one port cannot serve both', async () => {
  const { portal } = await freePorts();
  const claimed = await claimPorts({ PORTAL_PORT: String(portal), CONSOLE_PORT: String(portal) }, '127.0.0.1');
  expect(!claimed.ok && claimed.error.en).toContain('must differ');
});
