import { defineConfig } from 'rolldown';

/**
 * One file that starts fast, beside it what only some shops or requests need, and the process of imports, the threads that
 * read sheets and set documents; native modules stay outside.
 */
const bundle = (input: string, name: string) => ({
  input: { [name]: input },
  platform: 'node' as const,
  external: [/^@node-rs\//, 'alipay-sdk', 'pdfmake', 'pino', 'sharp', 'wechatpay-axios-plugin'],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    format: 'esm' as const,
    minify: { compress: false, mangle: false, codegen: false },
  },
});

export default defineConfig([
  bundle('src/main.ts', 'main'),
  bundle('src/import-main.ts', 'import-main'),
  bundle('src/sheets/sheet-thread.ts', 'sheet-thread'),
  bundle('src/reports/pdf-thread.ts', 'pdf-thread'),
]);
