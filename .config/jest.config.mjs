/**
 * One Jest setup for four sizes of tests (`--selectProjects`):
 * unit (pure), integration (real PostgreSQL, real queue), journeys (HTTP), browser (real Chromium).
 */
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: Boolean(jsx), decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        ...(jsx && { react: { runtime: 'automatic', importSource: jsx } }),
      },
    },
    module: { type: 'es6' },
  },
];

const base = {
  rootDir,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  moduleNameMapper: {
    '^#platform/(.*)$': '<rootDir>/src/platform/$1/index.ts',
    '^#modules/(.*)$': '<rootDir>/src/modules/$1/index.ts',
    '^#(contracts|channels|documents|i18n|client|host)$': '<rootDir>/libs/$1/index.ts',
    '^#(contracts|i18n|client|host)/(.*)$': '<rootDir>/libs/$1/$2.ts',
    '^#tokens/(.*)\\.css$': 'identity-obj-proxy',
    '\\.css$': 'identity-obj-proxy',
  },
  transform: { '^.+\\.ts$': swc() },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

const servers = { globalSetup: '<rootDir>/test/support/global-setup.mjs', globalTeardown: '<rootDir>/test/support/global-teardown.mjs' };

export default {
  rootDir,
  maxWorkers: 2,
  // Modules of ended suites are not given back: near the heap's end a suite takes ten times as long as in a fresh worker.
  workerIdleMemoryLimit: '3GB',
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,libs,test/architecture,test/emulators,apps/demo}/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'mini-app',
      testEnvironment: 'jsdom',
      transform: { '^.+\\.tsx?$': swc('preact') },
      testMatch: ['<rootDir>/apps/mini-app/**/*.spec.{ts,tsx}'],
    },
    {
      ...base,
      displayName: 'console',
      testEnvironment: 'jsdom',
      transform: { '^.+\\.tsx?$': swc('react') },
      testMatch: ['<rootDir>/apps/console/**/*.spec.{ts,tsx}'],
    },
    { ...base, ...servers, displayName: 'integration', testMatch: ['<rootDir>/{src,libs,test/architecture}/**/*.int-spec.ts'] },
    { ...base, ...servers, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.e2e-spec.ts'] },
    { ...base, ...servers, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
};
