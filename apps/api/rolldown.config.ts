import { defineConfig } from 'rolldown';

/** One file that starts fast, and beside it the threads that read sheets and set documents; native modules stay outside. */
const bundle = (input: string, file: string) => ({
  input,
  platform: 'node' as const,
  external: [/^@node-rs\//, 'alipay-sdk', 'pdfmake', 'pino', 'sharp', 'wechatpay-axios-plugin'],
  output: { file, format: 'esm' as const, minify: { compress: false, mangle: false, codegen: false } },
});

export default defineConfig([
  bundle('src/main.ts', 'dist/main.js'),
  bundle('src/sheets/sheet-thread.ts', 'dist/sheet-thread.js'),
  bundle('src/reports/pdf-thread.ts', 'dist/pdf-thread.js'),
]);
