import { Global, Module } from '@nestjs/common';
import { Queues } from './queues.ts';

@Global()
@Module({ providers: [Queues], exports: [Queues] })
export class QueueModule {}
export { Queues };
export type { QueueJob } from './queues.ts';
