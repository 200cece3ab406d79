import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { FindClashes } from '../clashes/find-clashes.ts';
import type { SessionData } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { InvitedQueries } from './invited.queries.ts';
import { type CountedSession, PresentSession, type Row } from './present-session.ts';

export type Detail = RouteAnswer<typeof trainingPlanRoutes.trainingSession>;

/** One session for those who run it. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly access: SessionAccess,
    private readonly present: PresentSession,
    private readonly invited: InvitedQueries,
    private readonly membership: MembershipApi,
    private readonly clashes: FindClashes,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, sessionId: string): Promise<Detail> {
    const { session, row } = await this.load(actor, sessionId);
    const [teamIds, heard] = await Promise.all([
      this.invited.teamIds(sessionId),
      this.invited.heard(sessionId, session.version),
    ]);
    const decider = session.decidedBy ? await this.membership.people([session.decidedBy]) : undefined;
    return {
      ...row,
      teamIds,
      told: heard.told,
      unaware: session.state === 'published' ? heard.unaware : 0,
      clashes: await this.openClashes(session, teamIds),
      proposal: session.proposal,
      decidedBy: decider?.get(session.decidedBy ?? '') ?? null,
      decidedAt: session.decidedAt?.toISOString() ?? null,
      note: session.cancelReason ?? session.note,
      remindedAt: session.nudgedAt?.toISOString() ?? null,
      may: await this.may(actor, session),
    };
  }

  /** What a command on it answers: people and teams are counted, a province's would be megabytes. */
  async row(actor: Actor, sessionId: string): Promise<Row> {
    return (await this.load(actor, sessionId)).row;
  }

  private async load(actor: Actor, sessionId: string): Promise<{ session: CountedSession; row: Row }> {
    await this.access.open(actor, sessionId, 'training.read');
    const session = await this.present.counted(sessionId);
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!session || !row) throw trainingErrors.notFound();
    return { session, row };
  }

  private async openClashes(session: SessionData, teamIds: string[]): Promise<Detail['clashes']> {
    if (!['proposed', 'changes_asked', 'published'].includes(session.state) || session.endsAt <= this.clock.now())
      return [];
    const plan = {
      communeId: session.communeId,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      place: session.place,
      teamIds,
    };
    return this.clashes.of(plan, session.trainerId, session.id);
  }

  private async may(actor: Actor, session: SessionData): Promise<Detail['may']> {
    const place = { communeId: session.communeId, providerId: session.providerId };
    const [propose, decide, invite, checkIn, certify] = await Promise.all(
      (['training.propose', 'training.decide', 'training.invite', 'training.door', 'training.certify'] as const).map(
        (action) => this.access.may(actor, action, place),
      ),
    );
    const isOpen = ['proposed', 'changes_asked', 'refused', 'published'].includes(session.state);
    return {
      change: Boolean(propose) && isOpen,
      decide: Boolean(decide) && session.state === 'proposed',
      invite: Boolean(invite) && isOpen,
      door: Boolean(checkIn) && session.state === 'published',
      finish: Boolean(checkIn) && session.state === 'published' && session.startsAt <= this.clock.now(),
      certify: Boolean(certify) && session.state === 'done',
    };
  }
}
