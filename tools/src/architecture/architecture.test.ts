import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../product/index.ts';
import { copyHouse, cruise, type Violation } from './cruise.ts';
import { bystanders, planted } from './planted.ts';

const rules: { name: string }[] = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')).forbidden;

describe('the architecture gate', () => {
  let copy: string;
  let violations: Violation[];

  beforeAll(async () => {
    copy = copyHouse();
    const files = [...planted.map(({ file, code }) => [file, code] as const), ...Object.entries(bystanders)];
    for (const [file, code] of files) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), code);
    }
    violations = await cruise(copy);
    // The whole house is read twice by another program: a minute, where others work beside it.
  }, 240_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(planted)('$rule is broken by $file', ({ rule, file }) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test('every rule is shown to see something', () => {
    expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  test('no rule is broken by the tree as it stands', () => {
    const files = new Set([...planted.map(({ file }) => file), ...Object.keys(bystanders)]);
    const real = violations.filter(({ from }) => !files.has(from));
    expect(real.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
