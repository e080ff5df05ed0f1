/** Builds the page of services/web into dist/web, where the API serves it from. Every path in it is of this host. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'services/web',
  base: '/',
  publicDir: false,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address in a style sheet would have to be let through the content security policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    // The loader of preloads is a script of its own; browsers of the target know modulepreload.
    modulePreload: { polyfill: false },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `vite services/web` while developing: the API runs beside it.
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:3000' } },
});
