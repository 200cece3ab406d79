/** Statements of each file that write or read a single row by hand (docs/decisions/0293). */
export const rowsByHand: Readonly<Record<string, number>> = {
  'src/modules/membership/people/teams/endings/team-endings.ts': 2,
  'src/modules/membership/privacy/own-data/membership-own-records.ts': 2,
  'src/modules/membership/rosters/merging/membership-person-references.ts': 2,
  'src/modules/notifications/deliver/inbox/learn-route.ts': 1,
  'src/modules/notifications/reads/personal-data/own-records.ts': 1,
  'src/modules/notifications/reads/personal-data/person-references.ts': 1,
  'src/modules/tasks/tasks.api.ts': 1,
  'src/modules/tasks/team/progress/order-of-task.ts': 1,
  'src/modules/tasks/work/entries/entries.ts': 1,
  'src/platform/commands/idempotency.interceptor.ts': 2,
  'src/platform/outbox/handle-event.ts': 1,
};
