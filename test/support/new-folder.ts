/** Folders for what a suite writes beside its database. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that goes with the run, so that suites leave nothing behind; it may outlive the suite (runner.mjs). */
export const newFolder = (name: string): string => mkdtempSync(join(process.env['RUN_FOLDER'] ?? tmpdir(), `${name}-`));
