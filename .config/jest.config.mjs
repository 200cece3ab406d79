/**
 * One Jest setup for all sizes of tests (`--selectProjects`): unit (pure), mini-app and console (screens), platform and
 * integration (real PostgreSQL, real queue), journeys (HTTP, processes), browser (real Chromium).
 */
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureApi } from '../.ci/generate-api.mjs';
import { swcOptions } from './swc.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const swc = (jsx) => [
  '@swc/jest',
  {
    ...swcOptions,
    jsc: {
      ...swcOptions.jsc,
      parser: { ...swcOptions.jsc.parser, tsx: Boolean(jsx) },
      transform: {
        ...swcOptions.jsc.transform,
        ...(jsx && { react: { runtime: 'automatic', importSource: jsx } }),
      },
    },
  },
];

// Files are read in a process of its own, which a suite starts from the sources.
const base = {
  rootDir,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  moduleNameMapper: {
    '^#platform/(.*)$': '<rootDir>/src/platform/$1/index.ts',
    '^#modules/(.*)$': '<rootDir>/src/modules/$1/index.ts',
    '^#(contracts|channels|documents|embedded-postgres|i18n|client|host|qr)$': '<rootDir>/libs/$1/index.ts',
    '^#(contracts|i18n|client|host)/(.*)$': '<rootDir>/libs/$1/$2.ts',
    '^#tokens/(.*)\\.css$': 'identity-obj-proxy',
    '\\.css(\\?inline)?$': 'identity-obj-proxy',
  },
  transform: { '^.+\\.ts$': swc() },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  setupFiles: ['<rootDir>/test/support/runner/reads-files.mjs'],
};

const server = { globalSetup: '<rootDir>/test/support/runner/global-setup.mjs', globalTeardown: '<rootDir>/test/support/runner/global-teardown.mjs' };

// Suites run in plain Node, and those of a worker share its modules: Jest's own runner loads the modules anew for each
// suite, the application in seconds, and never gives the memory back (docs/decisions/0061).
const plain = {
  ...base,
  runner: '<rootDir>/test/support/runner/runner.mjs',
  setupFiles: [...base.setupFiles, '<rootDir>/test/support/runner/suite-setup.mjs'],
};
const application = { ...plain, ...server };

/** A worker with the whole application, its browser and its part of the database. */
const WORKER_BYTES = 1.5 * 2 ** 30;
// Suites wait for a browser, a process or the database about half of their time: four of them keep two cores busy.
const workers = Math.max(4, Math.min(12, 2 * availableParallelism(), Math.floor(totalmem() / WORKER_BYTES)));

// A suite reads the contract's document.
ensureApi();

export default {
  rootDir,
  testSequencer: '<rootDir>/test/support/runner/sequencer.mjs',
  maxWorkers: workers,
  workerIdleMemoryLimit: '2GB',
  testTimeout: 180_000,
  projects: [
    {
      ...plain,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,libs,test/architecture,test/emulators,apps/demo}/**/*.spec.ts'],
      // They need a browser's globals.
      testPathIgnorePatterns: ['<rootDir>/libs/host/'],
    },
    {
      ...base,
      displayName: 'mini-app',
      testEnvironment: 'jsdom',
      transform: { '^.+\\.tsx?$': swc('preact') },
      testMatch: ['<rootDir>/{apps/mini-app,libs/host}/**/*.spec.{ts,tsx}'],
    },
    {
      ...base,
      displayName: 'console',
      testEnvironment: 'jsdom',
      transform: { '^.+\\.tsx?$': swc('react') },
      testMatch: ['<rootDir>/apps/console/**/*.spec.{ts,tsx}'],
    },
    {
      ...base,
      ...server,
      displayName: 'platform',
      testMatch: ['<rootDir>/{src/platform/{clock,health,outbox,queue,trail},libs/embedded-postgres}/**/*.int-spec.ts'],
    },
    {
      ...application,
      displayName: 'integration',
      testMatch: ['<rootDir>/{src,libs,test/architecture}/**/*.int-spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/(src/platform/(clock|health|outbox|queue|trail)|libs/embedded-postgres)/'],
    },
    { ...application, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.e2e-spec.ts'] },
    { ...application, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
};
