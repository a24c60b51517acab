import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.CONSOLE_PORT ?? '4200'}`;

/** In development the pages come from here and everything else from the API's console origin, so cookies stay first-party. */
export default defineConfig({
  plugins: [tanstackRouter(), react(), tailwindcss()],
  server: { port: 5200, proxy: { '/trpc': api, '/files': api, '/uploads': api, '/downloads': api, '/documents': api } },
  build: { sourcemap: true, manifest: true },
});
