import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import { OpenWork } from '../../officers/posts/open-work.ts';

/** Lists that were read and not confirmed yet. */
@Injectable()
export class OpenRosters implements OnModuleInit {
  constructor(
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(
      'roster',
      (unitId) => sql`select id, file_name as label, (expires_at at time zone 'Asia/Ho_Chi_Minh')::date as due_on
        from roster_imports where unit_id = ${unitId} and status = 'staged' and expires_at > ${this.clock.now()}::timestamptz`,
    );
  }
}
