/**
 * Who looks after a commune's focal post while nobody holds it: whoever leads the committee, else the next seat. Reports are
 * written by the focal officer alone, so a post left empty would leave them with nobody.
 */
import type { CommitteeSeat } from '#contracts/enums';

/** Half-open days; without `to` it has no end that is known. */
export interface Span {
  from: string;
  to: string | null;
}
export interface Seat extends Span {
  id: string;
  personId: string;
  seat: CommitteeSeat | null;
}
export interface Care extends Span {
  personId: string;
}

const rank: readonly (CommitteeSeat | null)[] = ['head', 'deputy_head', 'standing', 'member', null];
const covers = ({ from, to }: Span, day: string): boolean => from <= day && (to === null || day < to);

/** The best seat of a day: the nearer to the head, then the longer in it. */
function firstOf(seats: readonly Seat[], day: string): Seat | undefined {
  return seats
    .filter((seat) => covers(seat, day))
    .sort(
      (a, b) => rank.indexOf(a.seat) - rank.indexOf(b.seat) || a.from.localeCompare(b.from) || a.id.localeCompare(b.id),
    )[0];
}

/**
 * From today on, for every day without a holder after the first one. Before there ever was one the commune is being set up,
 * and nobody is named silently.
 * @param held posts of focal officers and of those who stand in for them, by name
 * @param seats of the committee
 */
export function planCaretakers(held: readonly Span[], seats: readonly Seat[], today: string): Care[] {
  const first = held.map(({ from }) => from).sort()[0];
  if (first === undefined) return [];
  const start = first > today ? first : today;
  const turns = [...held, ...seats].flatMap(({ from, to }) => [from, to ?? start]);
  const days = [...new Set([start, ...turns])].filter((day) => day >= start).sort();
  const plan: Care[] = [];
  for (const [i, from] of days.entries()) {
    const to = days[i + 1] ?? null;
    const seat = held.some((span) => covers(span, from)) ? undefined : firstOf(seats, from);
    const last = plan.at(-1);
    if (!seat) continue;
    if (last && last.to === from && last.personId === seat.personId) last.to = to;
    else plan.push({ personId: seat.personId, from, to });
  }
  return plan;
}
