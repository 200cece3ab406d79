import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { dateInVietnam, startOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, takeTurn } from '#platform/database';
import { placeOf } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Secrets } from '#platform/secrets';
import { impostorReported } from '../../membership.events.ts';
import { CardReport } from '../people/member-card.entity.ts';

/** A day: of one address, about one team, and in all. Beyond these the page says to call. */
const MOST = { address: 3, team: 10, all: 300 };
const LONGEST = 500;

/** Somebody in front of a person with a card that is not theirs tells the commune; nobody asks who tells it. */
@Injectable()
export class ReportImpostor {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** False when so many came in today that this one is not kept. */
  async execute(of: { teamId: string; communeId: string }, text: string, address: string): Promise<boolean> {
    const now = this.clock.now();
    const today = dateInVietnam(now);
    const fromHash = createHmac('sha256', `card-reports ${today} ${await this.secrets.of('card-reports')}`)
      .update(placeOf(address))
      .digest()
      .subarray(0, 16);
    return this.database.tx(async (tx) => {
      await takeTurn(tx, ['card-reports']);
      const [sums] = await rowsOf<{ address: number; team: number; all: number }>(
        tx,
        sql`select count(*) filter (where from_hash = ${fromHash})::int as address,
              count(*) filter (where team_id = ${of.teamId})::int as team, count(*)::int as all
         from card_reports where at >= ${new Date(startOfDay(today))}`,
      );
      if (!sums || sums.address >= MOST.address || sums.team >= MOST.team || sums.all >= MOST.all) return false;
      const id = v7();
      await tx.insert(CardReport, {
        id,
        teamId: of.teamId,
        communeId: of.communeId,
        text: text.trim().normalize('NFC').slice(0, LONGEST) || null,
        at: now,
        fromHash,
      });
      await this.outbox.append(tx, impostorReported({ reportId: id }, { unitId: of.communeId }));
      return true;
    });
  }
}
