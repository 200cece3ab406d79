/** The seed's people of training, and what they do with sessions: over HTTP, each signed in as themselves. */
import { randomUUID } from 'node:crypto';
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';
import { later } from './moments.ts';
import type { TrainerKey } from './trainers.ts';
import type { Team } from '../../teams-of.ts';

type Pack = RouteAnswer<typeof routes.checkInPack>;
export type { Team };

export interface PlanSeed {
  commune: string;
  topicCode: string;
  title: string;
  startsAt: string;
  minutes: number;
  place: string;
  capacity: number;
  seatsPerTeam?: number;
  heldUntil?: string;
  audience?: 'teams' | 'businesses' | 'households' | 'citizens';
  bring?: string;
  /** Numbers of hamlets from 1; all teams when absent. */
  hamlets?: number[];
}

export class TrainingClients {
  private readonly members = new Map<string, ApiClient>();

  constructor(
    readonly trainers: Record<TrainerKey, ApiClient>,
    /** By the name of the commune. */
    readonly focals: ReadonlyMap<string, ApiClient>,
    readonly teams: ReadonlyMap<string, readonly Team[]>,
    /** Members of Minh Sơn's first hamlet. */
    readonly firstTeam: ReadonlySet<string>,
    private readonly signIn: (personId: string) => Promise<ApiClient>,
    private readonly communeIds: ReadonlyMap<string, string>,
  ) {}

  /** A member's phone; signed in once. */
  async member(personId: string): Promise<ApiClient> {
    const known = this.members.get(personId) ?? (await this.signIn(personId));
    this.members.set(personId, known);
    return known;
  }

  async propose(trainer: TrainerKey, plan: PlanSeed): Promise<string> {
    return (await this.trainers[trainer].call(routes.proposeSession, { body: this.bodyOf(plan) })).id;
  }

  /** The commune's yes, which publishes it. */
  async confirm(commune: string, sessionId: string): Promise<void> {
    await this.decide(commune, sessionId, { outcome: 'confirm', version: 1 });
  }

  async decide(commune: string, sessionId: string, body: RouteBody<typeof routes.decideSession>): Promise<void> {
    await this.focalOf(commune).call(routes.decideSession, { params: { sessionId }, body });
  }

  async publish(trainer: TrainerKey, plan: PlanSeed): Promise<string> {
    const sessionId = await this.propose(trainer, plan);
    await this.confirm(plan.commune, sessionId);
    return sessionId;
  }

  checkInPack(trainer: TrainerKey, sessionId: string): Promise<Pack> {
    return this.trainers[trainer].call(routes.checkInPack, { params: { sessionId } });
  }

  /** So many of each team, in the order of the hamlets, ticked by name; and people of no team. */
  async checkIn(
    trainer: TrainerKey,
    sessionId: string,
    { at, came, walkIns = [] }: { at: string; came: readonly number[]; walkIns?: readonly string[] },
  ): Promise<string[]> {
    const { people, session } = await this.checkInPack(trainer, sessionId);
    const teams = this.teamsOf(session.commune.name);
    const present = teams.flatMap(({ id }, i) =>
      people
        .filter(({ team }) => team?.id === id)
        .slice(0, came[i] ?? 0)
        .map(({ person }) => person.id),
    );
    const moment = (i: number) => later(at, Math.floor(i / 4));
    const items = [
      ...present.map((personId, i) => ({ clientId: randomUUID(), personId, method: 'by_name', at: moment(i) })),
      ...walkIns.map((fullName, i) => ({
        clientId: randomUUID(),
        personId: null,
        fullName,
        method: 'walk_in',
        at: moment(i),
      })),
    ];
    if (items.length > 0)
      await this.trainers[trainer].call(routes.sendCheckIns, { params: { sessionId }, body: { items } });
    return present;
  }

  async answer(personId: string, sessionId: string, answer: 'take' | 'give_back' | 'decline'): Promise<void> {
    await (await this.member(personId)).call(routes.answerInvitation, { params: { sessionId }, body: { answer } });
  }

  bodyOf({ commune, minutes, hamlets, seatsPerTeam = 0, ...plan }: PlanSeed): RouteBody<typeof routes.proposeSession> {
    const teams = this.teamsOf(commune).filter(
      (team) => !hamlets || hamlets.some((number) => team.hamlet.name.endsWith(` ${number}`)),
    );
    return {
      audience: 'teams',
      bring: 'Điện thoại thông minh, căn cước công dân',
      heldUntil: null,
      ...plan,
      communeId: this.communeIds.get(commune) ?? '',
      endsAt: later(plan.startsAt, minutes),
      mapUrl: null,
      onlineUrl: null,
      seatsPerTeam,
      language: 'vi',
      materials: null,
      teamIds: teams.map(({ id }) => id),
    };
  }

  /** Active ones, by the number of their hamlet. */
  teamsOf(commune: string): readonly Team[] {
    return this.teams.get(commune) ?? [];
  }

  focalOf(commune: string): ApiClient {
    const focal = this.focals.get(commune);
    if (!focal) throw new Error(`Nobody speaks for ${commune}`);
    return focal;
  }
}
