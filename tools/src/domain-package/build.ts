import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = join(root, 'packages/domain');

/** What a package outside the workspace needs: plain JavaScript beside its types, one door per area, no dependencies. */
const manifest = (): object => {
  const { name, version, type, license, sideEffects } = JSON.parse(
    readFileSync(join(source, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const door = (path: string) => ({ types: `${path}/index.d.ts`, default: `${path}/index.js` });
  return {
    name,
    version,
    description: 'The rules of a wholesale order as pure functions: prices, promotions, tax, refunds, credit, stock.',
    type,
    license,
    sideEffects,
    exports: { '.': door('.'), './*': door('./*') },
  };
};

/** Writes the package as it is published into a folder: ready for `npm pack`, `npm publish` or a bundler. */
export const buildDomainPackage = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(source, 'tsconfig.build.json'),
      '--outDir',
      folder,
      '--checkers',
      '1',
    ],
    { stdio: 'inherit' },
  );
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(root, 'docs/guides/domain.md'), join(folder, 'README.md'));
};

if (import.meta.main) buildDomainPackage(join(source, 'dist'));
