import type { RouteAnswer, routes } from '#contracts';
import type { ProblemError } from '#platform/http';

/** What became of one of many results. */
export type ResultOutcome = RouteAnswer<typeof routes.confirmResults>['results'][number];

export const confirmed = (id: string): ResultOutcome => ({ id, outcome: 'confirmed' });

export const refused = (id: string, { code }: ProblemError): ResultOutcome => ({ id, outcome: 'refused', code });

/** A second try of whoever confirmed it is told the same as the first. */
export const already = (id: string, byId: string | null, actorId: string): ResultOutcome =>
  byId === actorId || byId === null ? confirmed(id) : { id, outcome: 'already', byId };
