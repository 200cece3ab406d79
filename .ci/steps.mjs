/** How the checks run commands: output kept per step, one line said per step, all of it shown when the step fails. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command to its end: `{ code, output, seconds }`; `show` names the streams that also appear as they come. */
export function collect(command, args, { env = {}, show = '' } = {}) {
  const began = Date.now();
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (name) => (chunk) => {
      output += chunk;
      if (show.includes(name)) process[name].write(chunk);
    };
    child.stdout.on('data', keep('stdout'));
    child.stderr.on('data', keep('stderr'));
    const end = (code) => done({ code, output, seconds: (Date.now() - began) / 1000 });
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Runs one named step and says how it went; true when it passed. */
export async function step(name, command, args, options) {
  const { code, output, seconds } = await collect(command, args, options);
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  return code === 0;
}

export const JEST = [
  // Room for what lives shortly: collecting it in 16 MB takes a fifth of the processor time of suites.
  '--max-semi-space-size=64',
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--config',
  '.config/jest.config.mjs',
];
