import { CountMonth } from './count-month.ts';
import { NameOpenWork } from './name-open-work.ts';
import { ReadPublicStatus } from './read-public-status.ts';
import { ReadQueues } from './read-queues.ts';
import { ReadStuck } from './read-stuck.ts';
import { ReadSystem } from './read-system.ts';
import { ResendStuck } from './resend-stuck.ts';
import { RetryFailed } from './retry-failed.ts';
import { StuckQueries } from './stuck.queries.ts';
import { SystemController } from './system.controller.ts';

export const systemControllers = [SystemController];
export const systemProviders = [
  CountMonth,
  NameOpenWork,
  ReadPublicStatus,
  ReadQueues,
  ReadStuck,
  ReadSystem,
  ResendStuck,
  RetryFailed,
  StuckQueries,
];
