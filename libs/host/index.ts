export * from './launch.ts';
export type * from './mini-app-host.ts';
export * from './start-param.ts';
