/**
 * Sets documents in a process of its own, one after the other.
 * Its world is this folder of templates and the faces below: no network, no packages, no other file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { answerJobs } from '../answer-jobs.ts';
import type { PdfTemplates } from './templates.ts';

export interface PdfJob {
  template: keyof PdfTemplates;
  /** JSON of what the template is filled with. */
  data: string;
  /** With marks of the document's structure. */
  tagged: boolean;
}

const workspace = dirname(fileURLToPath(import.meta.url));
const faces = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const face = (name: string) => readFileSync(join(faces, name, `Tinos_${name}.ttf`));
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(face) }],
});
/** What was set for older documents is forgotten after so many others. */
const CACHE_AGE = 20;

answerJobs<PdfJob>(
  (job) => new Uint8Array(set(job)),
  // A long list is not set twice alike, and what was set of it takes sixty megabytes.
  ({ tagged }) => compiler.evictCache(tagged ? CACHE_AGE : 0),
);

function set({ template, data, tagged }: PdfJob): Buffer {
  const compiled = compiler.compile({ mainFilePath: join(workspace, `${template}.typ`), inputs: { data } });
  if (!compiled.result) {
    const diagnostics = compiled.takeDiagnostics();
    const found: { message: string }[] = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
    throw new Error(found.map(({ message }) => message).join('; '));
  }
  return compiler.pdf(compiled.result, tagged ? { pdfTags: true, pdfStandard: PdfStandard.UA_1 } : { pdfTags: false });
}
