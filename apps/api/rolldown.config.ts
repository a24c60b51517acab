import { defineConfig } from 'rolldown';

/** One file that starts fast; native modules stay outside. */
export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  external: [/^@node-rs\//, 'pino', 'sharp'],
  output: { file: 'dist/main.js', format: 'esm', minify: { compress: false, mangle: false, codegen: false } },
});
