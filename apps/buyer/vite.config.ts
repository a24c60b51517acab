import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './first-load.ts';

const api = `http://127.0.0.1:${process.env.PORTAL_PORT ?? '4100'}`;

/** In development the pages come from here and everything else from the API's portal origin, so cookies stay first-party. */
export default defineConfig({
  plugins: [tanstackRouter(), react(), tailwindcss(), firstLoad()],
  server: { port: 5100, proxy: { '/trpc': api, '/files': api, '/uploads': api, '/documents': api } },
  build: {
    sourcemap: true,
    manifest: true,
    // What most pages need is one file: a phone far from the server waits for the number of files, not only for their size.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 12 },
            // Icons and helpers of some hundred bytes, which would be a trip each.
            {
              name: 'common',
              minShareCount: 4,
              maxModuleSize: 5_000,
              includeDependenciesRecursively: false,
              test: /\/(ui|domain|lib|lucide-react)\//,
            },
          ],
        },
      },
    },
  },
});
