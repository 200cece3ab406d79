/** A commune whose teams a provider teaches, and the calls of trainer, commune and members as their screens make them. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { Answer, TestApp } from '../app.ts';
import { buildVillage, type Village } from '../orders.ts';
import { buildOfficer, type TestPerson } from '../people.ts';
import { buildProvider, buildTrainer, sessionPlan } from './training.ts';

export interface School extends Village {
  providerId: string;
  trainer: TestPerson;
  focal: TestPerson;
}

export async function buildSchool(app: TestApp, place: Parameters<typeof buildVillage>[1] = {}): Promise<School> {
  const village = await buildVillage(app, place);
  const providerId = await buildProvider(app, { coverage: [village.districtId] });
  return {
    ...village,
    providerId,
    trainer: await buildTrainer(app, { providerId, unitId: village.districtId }),
    focal: await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId }),
  };
}

export const teamIdsOf = ({ teams }: Village): string[] => teams.map(({ id }) => id);
export const membersOf = ({ teams }: Village): TestPerson[] =>
  teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);

export function planFor(app: TestApp, school: School, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return sessionPlan(app, school.communeId, teamIdsOf(school), changes);
}

type SessionRoute =
  | 'changeSession'
  | 'decideSession'
  | 'takeProposal'
  | 'nudgeCommune'
  | 'inviteTeams'
  | 'cancelSession'
  | 'unacknowledged'
  | 'toldOfChange'
  | 'trainingSession'
  | 'invitedPeople'
  | 'invitedTeams'
  | 'answerInvitation'
  | 'acknowledgeChange'
  | 'myTrainingSession'
  | 'checkMyselfIn'
  | 'giveFeedback'
  | 'checkInPack'
  | 'sendCheckIns'
  | 'attendance'
  | 'finishSession'
  | 'issueCertificates';

/** What the person's screen asks of a session. */
export function ask(
  app: TestApp,
  person: TestPerson,
  route: SessionRoute,
  sessionId: string,
  body?: unknown,
  key: string = randomUUID(),
): Promise<Answer> {
  return app.call(routes[route], {
    token: person.token,
    params: { sessionId },
    ...('command' in routes[route] && { key }),
    ...(body !== undefined && { body }),
  });
}

export async function propose(app: TestApp, school: School, changes: Record<string, unknown> = {}): Promise<Answer> {
  return app.call(routes.proposeSession, {
    token: school.trainer.token,
    key: randomUUID(),
    body: planFor(app, school, changes),
  });
}

/** Proposed and confirmed by the commune; gives its id. */
export async function publish(app: TestApp, school: School, changes: Record<string, unknown> = {}): Promise<string> {
  const proposed = await propose(app, school, changes);
  if (proposed.status !== 201) throw new Error(`the plan was refused: ${JSON.stringify(proposed.body)}`);
  const decided = await ask(app, school.officer, 'decideSession', proposed.body.id, { outcome: 'confirm', version: 1 });
  if (decided.status !== 200) throw new Error(`the commune was refused: ${JSON.stringify(decided.body)}`);
  return proposed.body.id;
}

export const answer = (app: TestApp, person: TestPerson, sessionId: string, said: 'take' | 'give_back' | 'decline') =>
  ask(app, person, 'answerInvitation', sessionId, { answer: said });

/** The state of each person's invitation, and their place in the order of asking. */
export function invitationsOf(
  app: TestApp,
  sessionId: string,
): Promise<{ person_id: string; state: string; asked: number | null }[]> {
  return app.database.rows(
    sql`select person_id, state, asked from session_invitations where session_id = ${sessionId} order by asked, person_id`,
  );
}
