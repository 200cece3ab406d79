/** Writes .docx and .xlsx inside a worker thread. Plain JavaScript: see pdf/pdf-worker.mjs. */
import { parentPort } from 'node:worker_threads';
import { docxOf } from './docx/docx-writer.mjs';
import { xlsxOf } from './xlsx-writer.mjs';

parentPort.on('message', async ({ id, paper, sheets }) => {
  try {
    const file = paper ? docxOf(paper) : await xlsxOf(sheets);
    parentPort.postMessage({ id, file });
  } catch (error) {
    parentPort.postMessage({ id, reason: error?.message || String(error) });
  }
});
