/** The mini-app is served under /app/ by the API process; routes live in the hash, so any static host will do. */
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { inlineStyles, precompress, serviceWorker } from './build/plugins.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [inlineStyles(), serviceWorker(), precompress()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/mini-app',
    emptyOutDir: true,
    target: 'es2019',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'first',
              // Everything that the first screen imports at once, as one file and one request.
              test: /model\/(session|api|words|tasks|queue|inbox|clock|local|network|speak|overlay|tasks-shown)\.ts$|ui\/(parts|chrome|icon|drum|states)\.tsx$|node_modules|libs\/(client\/(create-api|command)\.ts|i18n\/(dates|deadlines|format|mini-app\.vi)\.ts|contracts\/task-states\.ts)|screens\/home(-header|-tasks)?\.tsx|router\.ts|apps\/mini-app\/(app\.tsx|start\.ts|main\.tsx)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
});
