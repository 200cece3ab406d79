/** The console is served under /console/ by the API process; routes live in the hash, so any static host will do. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, mergeConfig, type UserConfig } from 'vite';
import { codeSplitting } from './build/chunks.ts';
import { namesInHead } from './build/head.ts';
import { precompress } from './build/precompress.ts';

const config = (): UserConfig => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  // The server puts a fresh one into each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), namesInHead()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:8080' } },
});

export default defineConfig(async ({ command }) =>
  command === 'serve'
    ? config()
    : mergeConfig(config(), {
        plugins: [precompress()],
        build: { rolldownOptions: { output: { codeSplitting: await codeSplitting(config()) } } },
      }),
);
