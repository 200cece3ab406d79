/** What the screen about days of service derives. Pure. */
import { addDays } from '#contracts/reporting/periods';
import { formatDate, formatNumber, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type Rule = Schemas['AllowanceRule'];
export type Days = Schemas['ServiceDays'];
export type Basis = Rule['basis'];

export const bases = ['day', 'person', 'team', 'none'] as const satisfies readonly Basis[];

/** "60.000 đồng/ngày". */
export const amountText = (t: Translate, lang: Lang, { basis, amount }: Pick<Rule, 'basis' | 'amount'>): string =>
  t(`service.amountOf.${basis}`, { amount: formatNumber(amount, lang) });

/** "từ 1/1/2026", or with its last day where another rule follows. */
export function windowText(t: Translate, lang: Lang, { from, until }: Pick<Rule, 'from' | 'until'>): string {
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  return until === null
    ? t('service.since', { from: date(from) })
    : t('service.between', { from: date(from), to: date(addDays(until, -1)) });
}

export interface Row {
  id: string;
  person: string;
  team: string;
  role: Days['teams'][number]['people'][number]['role'];
  confirmed: number;
  waiting: number;
  /** Of the person; of the team, where teams are paid, with the first of its people. */
  sum: number | null;
}

/** A line for each person, team by team as they come. */
export const rowsOf = ({ teams }: Pick<Days, 'teams'>): Row[] =>
  teams.flatMap((team) =>
    team.people.map(({ person, role, confirmed, waiting, sum }, i) => ({
      id: `${team.id} ${person.id}`,
      person: person.fullName,
      team: team.name,
      role,
      confirmed,
      waiting,
      sum: team.sum === null ? sum : i === 0 ? team.sum : null,
    })),
  );
