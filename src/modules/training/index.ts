export { MyInvitations } from './my-training/my-invitations.ts';
export type { MySession } from './sessions/reads/read-my-sessions.ts';
export { RemindInvited } from './sessions/reminders/remind-invited.ts';
export { type SessionInfo, TrainingApi } from './training.api.ts';
export * from './training.events.ts';
export * as trainingSql from './training.sql.ts';
export { TrainingModule } from './training.module.ts';
