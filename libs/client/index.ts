/** What both apps need to talk to the server: the typed API, the offline queue, photos made small, the live stream. */
export * from './create-api.ts';
export * from './command.ts';
export * from './command-list.ts';
export * from './command-queue.ts';
export * from './command-store.ts';
export * from './mirrored-store.ts';
export * from './send-command.ts';
export * from './event-stream.ts';
export * from './export-unsent.ts';
export * from './shrink-photo.ts';
export * from './uuid.ts';
export type * from './api.d.ts';
export type * from './paths.ts';
