/** What the board of received reports says, from its rows. Pure. */
import { isSent, owedOf } from '#contracts/reporting/report-standing';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';
import type { MessageId } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Board = Schemas['ReportBoard'];
export type Unit = Board['units'][number];
/** What a unit owes, on the board of a month or of a campaign. */
export type Owed = Pick<Unit, 'unit' | 'report' | 'status' | 'daysLate'>;
export type Indicator = Board['indicators'][number];

export const filters = ['all', 'missing', 'returned', 'late', 'on_time', 'not_due'] as const;
export type Filter = (typeof filters)[number];

export const filterWords: Record<Filter, MessageId> = {
  all: 'rb.all',
  missing: 'rb.missing',
  returned: 'rb.returned',
  late: 'rb.late',
  on_time: 'rb.onTime',
  not_due: 'rb.notDue',
};

export const statusLooks: Record<Unit['status'], { tone: Tone; icon: IconName; word: MessageId }> = {
  on_time: { tone: 'done', icon: 'check', word: 'rb.onTime' },
  late: { tone: 'doing', icon: 'clock', word: 'rb.late' },
  returned: { tone: 'doing', icon: 'corner-up-left', word: 'rb.returned' },
  missing: { tone: 'late', icon: 'alert-circle', word: 'rb.missing' },
  not_due: { tone: 'mute', icon: 'hourglass', word: 'rb.notDue' },
};

const weight: Record<Unit['status'], number> = {
  missing: 0,
  returned: 1,
  late: 2,
  not_due: 3,
  on_time: 4,
};

/** Missing first, then the latest; the order of names, which the server gives, within the same days. */
export const latestFirst = <T extends Pick<Owed, 'status' | 'daysLate'>>(units: readonly T[]): T[] =>
  [...units].sort((a, b) => weight[a.status] - weight[b.status] || b.daysLate - a.daysLate);

export function found<T extends Pick<Owed, 'status' | 'unit'>>(
  units: readonly T[],
  filter: Filter,
  query: string,
): T[] {
  const wanted = foldMarks(query);
  return units.filter(
    ({ status, unit }) => (filter === 'all' || status === filter) && foldMarks(unit.fullName).includes(wanted),
  );
}

/** Never sent or sent back: reminders go to them. */
export const unsent = <T extends Pick<Owed, 'status'>>(units: readonly T[]): T[] =>
  units.filter(({ status }) => !isSent(status));

/** The least and the most days of a status; null where nobody has it. */
export function daysSpan(
  units: readonly Pick<Owed, 'status' | 'daysLate'>[],
  status: Unit['status'],
): readonly [number, number] | null {
  const days = units.filter((unit) => unit.status === status).map(({ daysLate }) => daysLate);
  return days.length === 0 ? null : [Math.min(...days), Math.max(...days)];
}

export const sentCount = ({ units }: { units: readonly Pick<Owed, 'status'>[] }): number =>
  units.length - unsent(units).length;

/** Months in which anything was due or has come. */
export const owedMonths = ({ months }: Pick<Schemas['Dashboard'], 'months'>): Schemas['Dashboard']['months'] =>
  months.filter((month) => owedOf(month) > month.notDue);
