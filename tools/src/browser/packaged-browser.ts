import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../product/paths.ts';

const run = promisify(execFile);

/** The Chromium that npm brings for Linux x64, unpacked once below node_modules; it carries the libraries and a font of its own. */
export const packagedBrowser = async (): Promise<{ path: string; env: NodeJS.ProcessEnv } | undefined> => {
  const entry = packageEntry();
  if (process.platform !== 'linux' || process.arch !== 'x64' || entry === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache/tradeline', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(dirname(entry), folder);
  const libraries = join(folder, 'al2023/lib');
  const env = {
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  return { path: join(folder, 'chromium'), env };
};

const packageEntry = (): string | undefined => {
  try {
    return fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  } catch {
    return undefined;
  }
};

/** The package unpacks into the temporary folder of its process; a whole one is moved into place, so that half of one is never used. */
const unpack = async (build: string, folder: string): Promise<void> => {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const script = `
    import chromium, { inflate } from ${JSON.stringify(join(build, 'index.js'))};
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(build, '../bin/al2023.tar.br'))});`;
  await run(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TMPDIR: partial } });
  const fonts = `<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="relative">cache</cachedir></fontconfig>`;
  writeFileSync(join(partial, 'fonts/fonts.conf'), fonts);
  try {
    renameSync(partial, folder);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
};
