import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { checkInRoutes } from '#contracts/training/check-in';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { CertificateStore } from '../certificates/certificate-store.ts';
import { SheetPhotos } from '../../attendance/sheets/sheet-photos.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import type { TrainingFeedback } from './training-feedback.entity.ts';

type Result = RouteAnswer<typeof checkInRoutes.sessionResult>;
const HOUR_MS = 3_600_000;

/** What a session has brought. */
@Injectable()
export class ReadResult {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly membership: MembershipApi,
    private readonly certificates: CertificateStore,
    private readonly photos: SheetPhotos,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, sessionId: string): Promise<Result> {
    const session = await this.access.open(actor, sessionId, 'training.read');
    const teams = await this.teams(sessionId);
    return {
      hours: Math.round(((session.endsAt.getTime() - session.startsAt.getTime()) / HOUR_MS) * 10) / 10,
      attended: teams.reduce((sum, { attended }) => sum + attended, 0),
      teams,
      feedback: await this.feedback(sessionId),
      photos: await this.photos.ofSession(sessionId),
      certificates: await this.certificates.ofSession(sessionId),
    };
  }

  private async teams(sessionId: string): Promise<Result['teams']> {
    const rows = await this.database.rows<{ teamId: string | null; attended: number; members: number }>(
      sql`select c.team_id as "teamId", count(*)::int as attended,
        (select count(*)::int from team_members_at(${this.clock.today()}) m where m.team_id = c.team_id) as members
         from check_ins c where c.session_id = ${sessionId} and c.state = 'counted' group by c.team_id`,
    );
    const names = await this.membership.teams(rows.flatMap((row) => row.teamId ?? []));
    return rows.map(({ teamId, attended, members }) => ({
      team: teamId ? { id: teamId, name: names.get(teamId)?.name ?? '' } : null,
      attended,
      members,
    }));
  }

  private async feedback(sessionId: string): Promise<Result['feedback']> {
    const rows = await this.database.rows<Pick<TrainingFeedback, 'liked' | 'canDo' | 'nextTopic'>>(
      sql`select liked, can_do as "canDo", next_topic as "nextTopic" from training_feedback where session_id = ${sessionId}`,
    );
    const tally = (of: (row: (typeof rows)[number]) => number) =>
      [1, 2, 3].map((answer) => rows.filter((row) => of(row) === answer).length);
    const wished = new Map<string, number>();
    for (const { nextTopic } of rows) if (nextTopic) wished.set(nextTopic, (wished.get(nextTopic) ?? 0) + 1);
    return {
      answers: rows.length,
      liked: tally((row) => row.liked),
      canDo: tally((row) => row.canDo),
      next: [...wished].map(([topic, people]) => ({ topic, people })).toSorted((a, b) => b.people - a.people),
    };
  }
}
