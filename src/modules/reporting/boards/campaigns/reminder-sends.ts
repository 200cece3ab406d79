import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { type AskedReminder, ChaseReports } from './chase-reports.ts';

/** A reminder of reports that waits for a second officer: who has sent meanwhile is left alone. */
@Injectable()
export class ReminderSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly chasing: ChaseReports,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('reportReminder', this.kind());
    this.kinds.keep('campaignReminder', this.kind());
  }

  private kind<R extends AskedReminder>() {
    return {
      action: 'report.receive',
      prepare: async (actor: Actor, content: R) => ({ ...(await this.chasing.weigh(actor, content)), content }),
      chosen: async (content: R) => (await this.chasing.due(content)).map(({ unitId }) => unitId),
      send: async (actor: Actor, content: R) => ({
        resultId: null,
        sentIds: await this.chasing.approved(actor, content),
      }),
    } as const;
  }
}
