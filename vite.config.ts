import path from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { namedEndpoints } from './src/contract/index.ts';

/** Method and path of every endpoint: all that the browser needs of the contract, so its schemas (and zod) stay out of the pages. */
const routes = Object.fromEntries(Object.entries(namedEndpoints).map(([name, { method, path: place }]) => [name, [method, place]]));

export default defineConfig({
  root: path.join(import.meta.dirname, 'src/web'),
  base: '/',
  cacheDir: path.join(import.meta.dirname, 'node_modules/.cache/vite'),
  plugins: [react(), tailwind()],
  define: { __JIXIA_ROUTES__: JSON.stringify(routes) },
  build: {
    outDir: path.join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
  },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
