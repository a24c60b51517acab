import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { runProgram, stopProcess } from './run-program.ts';
import { isAlive } from './running.ts';

const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up');`;

test('a program that ignores the request to end is killed', async () => {
  const child = spawn(process.execPath, ['-e', stubborn], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await stopProcess(child, 200);
  expect(child.signalCode).toBe('SIGKILL');
});

test('what a program started ends with it', async () => {
  const parent = `
    const { spawn } = require('node:child_process');
    console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', parent], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const grandchild = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  expect(isAlive(grandchild, 'node')).toBe(true);
  await stopProcess(child, 2_000);
  await expect.poll(() => isAlive(grandchild, 'node')).toBe(false);
});

test('an aborted run ends and answers', async () => {
  const stop = new AbortController();
  const run = runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { signal: stop.signal });
  stop.abort();
  expect((await run).code).not.toBe(0);
});

test('a program that does not exist answers instead of throwing', async () => {
  expect(await runProgram('/nowhere/at-all', [], {})).toMatchObject({ code: 127 });
});
