import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database, sql } from '#platform/database';
import { AnswerTimes } from './answer-times.ts';
import { BackupParts } from './backup-parts.ts';
import { Gauges } from './gauges.ts';
import { KeepSamples } from './keep-samples.ts';
import { MeasureParts } from './measure-parts.ts';
import { MetricsServer } from './metrics-server.ts';
import { type Due, OpenWork } from './open-work.ts';
import { PlatformParts } from './platform-parts.ts';
import { Samples } from './samples.ts';
import { SystemSample } from './system-sample.entity.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([SystemSample])],
  providers: [
    AnswerTimes,
    BackupParts,
    Gauges,
    KeepSamples,
    MeasureParts,
    MetricsServer,
    OpenWork,
    PlatformParts,
    Samples,
  ],
  exports: [AnswerTimes, KeepSamples, MeasureParts, MetricsServer, OpenWork, Samples],
})
export class MeasuresModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: OpenWork,
  ) {}

  onModuleInit(): void {
    this.work.name('event', () =>
      this.database.one<Due>(
        sql`select count(*)::int as n, min(occurred_at) as since from outbox where published_at is null`,
      ),
    );
    // What has failed waits for its next turn, and is told apart.
    this.work.name('handling', () =>
      this.database.one<Due>(
        sql`select count(*)::int as n, min(o.occurred_at) as since from event_handlings h join outbox o on o.id = h.event_id
          where h.done_at is null and h.attempts = 0`,
      ),
    );
  }
}
