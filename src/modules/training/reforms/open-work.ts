import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenWork } from '#modules/membership';
import { Clock } from '#platform/clock';
import { sql } from '#platform/database';

/** Sessions on which a commune has not said its word. */
@Injectable()
export class TrainingOpenWork implements OnModuleInit {
  constructor(
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(
      'session',
      (unitId) => sql`select id, title as label, (starts_at at time zone 'Asia/Ho_Chi_Minh')::date as due_on
        from training_sessions where commune_id = ${unitId} and state = 'proposed' and starts_at > ${this.clock.now()}::timestamptz`,
    );
  }
}
