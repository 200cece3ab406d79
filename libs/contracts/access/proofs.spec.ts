/** Lists with names and numbers leave for a purpose: the contract asks for it, or the list can be for one thing only. */
import type { z } from 'zod';
import type { RouteDefinition } from '../route.ts';
import { routes } from '../routes.ts';
import { alwaysProven, provenActs } from './proofs.ts';

/** What these are for, which the log says of each; nobody is asked. */
const ofOnePurpose: Record<string, string> = {
  listFile: 'as it was said when it was asked for',
  teamDecisionDraft: 'decision',
  originalRoster: 'check_roster',
  annotatedRoster: 'check_roster',
  callList: 'call_about_task',
  unacknowledged: 'the change of the session',
};

function asksWhy({ query, body }: RouteDefinition): boolean {
  const { shape } = ((query ?? body)?._zod.def ?? {}) as { shape?: Record<string, z.ZodType> };
  // A filter of the same name may be left out.
  return [shape?.['purpose'], shape?.['reason']].some((why) => why && !why.safeParse(undefined).success);
}

it('asks what each list is for, or knows', () => {
  const silent = provenActs.lists.filter((id) => !asksWhy(routes[id]) && !(id in ofOnePurpose));
  expect(silent).toEqual([]);
  expect(asksWhy(routes.revealPhones)).toBe(true);
});

it('asks everybody for a proof only where it is asked for at all', () => {
  const all: readonly string[] = Object.values(provenActs).flat();
  expect(alwaysProven.filter((id) => !all.includes(id))).toEqual([]);
});
