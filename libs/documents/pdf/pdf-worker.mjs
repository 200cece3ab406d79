/**
 * Sets papers inside a worker thread, one after the other, so that the server's event loop goes on. Plain JavaScript,
 * because a thread starts from a file that Node itself can read, in the build folder and under the test runner alike.
 * Its world is this folder of templates and the faces below: no network, no packages, no other file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const workspace = dirname(fileURLToPath(import.meta.url));
const faces = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const face = (name) => readFileSync(join(faces, name, `Tinos_${name}.ttf`));
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(face) }],
});
/** What was set for older papers is forgotten after so many others. */
const CACHE_AGE = 20;

parentPort.on('message', ({ id, template, data, tagged }) => {
  try {
    const pdf = set(template, data, tagged);
    parentPort.postMessage({ id, file: new Uint8Array(pdf) });
  } catch (error) {
    parentPort.postMessage({ id, reason: error?.message || String(error) });
  } finally {
    // A long list is not set twice alike, and what was set of it takes sixty megabytes.
    compiler.evictCache(tagged ? CACHE_AGE : 0);
  }
});

function set(template, data, pdfTags) {
  const compiled = compiler.compile({ mainFilePath: join(workspace, `${template}.typ`), inputs: { data } });
  if (!compiled.result) {
    const found = compiler.fetchDiagnostics(compiled.takeDiagnostics());
    throw new Error(found.map(({ message }) => message).join('; '));
  }
  return compiler.pdf(compiled.result, { pdfTags });
}
