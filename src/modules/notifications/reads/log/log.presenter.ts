import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type KnownSession, MembershipApi, SessionsApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { LogQuestions, type QuestionRow } from '../../plan/messages/facts/log-questions.ts';
import { LogQueries, type LogRow } from './log.queries.ts';

export type Entry = RouteAnswer<typeof routes.readLog>['items'][number];

/** Of an event's payload, which holds ids and kinds only. */
const fieldOf =
  (...names: string[]) =>
  ({ payload }: LogRow): string | undefined => {
    const value = names.map((name) => payload?.[name]).find((one) => typeof one === 'string');
    return value as string | undefined;
  };
const personOf = fieldOf('toPersonId', 'personId');
const teamOf = fieldOf('teamId');
const orderOf = fieldOf('assignmentId', 'taskId');
const directiveOf = fieldOf('directiveId');
const kindOf = fieldOf('kind', 'code');

const known = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
];

/** Rows of the log with the names behind their ids, asked for a page at a time. */
@Injectable()
export class LogPresenter {
  constructor(
    private readonly queries: LogQueries,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly sessions: SessionsApi,
    private readonly questions: LogQuestions,
  ) {}

  async entries(actor: Actor, rows: readonly LogRow[]): Promise<Entry[]> {
    const questions = await this.questions.ofActs(rows.map(({ id }) => id));
    const askers = [...questions.values()].map(({ askedBy }) => askedBy);
    const orders = known(rows.map(orderOf));
    const people = await this.membership.people(
      known([...askers, ...rows.flatMap((row) => [row.personId, personOf(row)])]),
    );
    const units = await this.organization.unitRefs(known(rows.map(({ unitId }) => unitId)));
    const teams = await this.membership.teamNames(known(rows.map(teamOf)));
    const titles = orders.length > 0 ? await this.queries.orderTitles(orders, orders) : new Map<string, string>();
    const directives = await this.organization.directives(known(rows.map(directiveOf)));
    const sessions = await this.sessions.known(actor, known(rows.map(({ sessionId }) => sessionId)));
    const named = (id: string) => people.get(id) ?? { id, fullName: '–', position: null };
    return rows.map((row) => {
      const subject =
        titles.get(orderOf(row) ?? '') ??
        teams.get(teamOf(row) ?? '') ??
        directives.get(directiveOf(row) ?? '')?.number ??
        kindOf(row);
      return {
        id: row.id,
        at: row.at.toISOString(),
        kind: row.kind,
        what: row.what,
        by: named(row.personId),
        unit: units.get(row.unitId ?? '') ?? null,
        person: people.get(personOf(row) ?? '') ?? null,
        subject: subject ?? null,
        people: row.people,
        purpose: row.purpose,
        screen: row.screen,
        route: row.route,
        session: sessionOf(sessions.get(row.sessionId ?? '')),
        commandId: row.commandId,
        trace: row.trace,
        question: questionOf(questions.get(row.id), named),
      };
    });
  }
}

const sessionOf = (session: KnownSession | undefined): Entry['session'] =>
  session ? { ...session, openedAt: session.openedAt.toISOString() } : null;

const questionOf = (
  question: QuestionRow | undefined,
  named: (id: string) => Entry['by'],
): NonNullable<Entry['question']> | null =>
  question
    ? {
        askedBy: named(question.askedBy),
        askedAt: question.askedAt.toISOString(),
        answer: question.answer,
        answeredAt: question.answeredAt?.toISOString() ?? null,
      }
    : null;
