import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.PORTAL_PORT ?? '4100'}`;

/** In development the pages come from here and everything else from the API's portal origin, so cookies stay first-party. */
export default defineConfig({
  plugins: [tanstackRouter(), react(), tailwindcss()],
  server: { port: 5100, proxy: { '/trpc': api, '/files': api } },
  build: { sourcemap: true },
});
