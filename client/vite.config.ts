import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const server = 'http://localhost:4000';

/** Paths that the server answers itself; everything else is the SPA's. */
const serverPaths = [
  '/graphql',
  '/meta',
  '/deletion-status',
  '/data-deletion',
  '/privacy',
  '/pages',
  '/.well-known',
];

export default defineConfig({
  plugins: [react()],
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  server: {
    proxy: Object.fromEntries(serverPaths.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    outDir: 'dist',
    // Nothing inlined: the content security policy lets pictures and fonts come from the server only.
    assetsInlineLimit: 0,
  },
});
