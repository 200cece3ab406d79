export { EraseOld } from './erase-old.ts';
export { type Due, type DueCount, type KeptRecords, type KeptThings, oldRows } from './kept-records.ts';
export { RetentionModule } from './retention.module.ts';
export { RetentionPort } from './retention-port.ts';
export { RetentionRegistry } from './retention-registry.ts';
export { RetentionRuns } from './retention-runs.ts';
