/**
 * The same mini-app for upload to Zalo: relative addresses, old engines, Zalo's host and SDK in place of Telegram's, the
 * API's absolute address built in (ZALO_API_URL, else PUBLIC_URL).
 */
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { groups, treeshake } from './build/first-screen.ts';
import { helperInside, plainImports } from './build/plugins.ts';
import { apiOriginOf, zaloAppConfig } from './build/zalo.ts';

const apiOrigin = apiOriginOf(process.env);

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __API_ORIGIN__: JSON.stringify(apiOrigin) },
  plugins: [plainImports(), helperInside(), zaloAppConfig(apiOrigin)],
  resolve: { conditions: ['zalo', 'source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/mini-app-zalo',
    emptyOutDir: true,
    target: 'es2015',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      treeshake,
      input: fileURLToPath(new URL('./main.tsx', import.meta.url)),
      output: {
        codeSplitting: { groups },
        entryFileNames: 'assets/[name].[hash].module.js',
        chunkFileNames: 'assets/[name].[hash].module.js',
        assetFileNames: 'assets/[name].[hash][extname]',
      },
    },
  },
});
