/** How a report, its figures and its sections are shown. Pure. */
import { pillars } from '#contracts/enums';
import { isSummed, openReportStates, reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { formatDate, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';
import { pairText } from '../../ui/text/figures.ts';

export type Report = Schemas['Report'];
export type Head = Schemas['ReportHead'];
export type Figure = Schemas['ReportFigure'];
export type Which = 'now' | 'before' | 'year';

export interface Look {
  tone: Tone;
  icon: IconName;
  word: MessageId;
}

const looks: Record<Head['state'], Look> = {
  draft: { tone: 'doing', icon: 'pencil', word: 'rep.state.draft' },
  submitted: { tone: 'new', icon: 'send', word: 'rep.state.submitted' },
  returned: { tone: 'late', icon: 'corner-up-left', word: 'rep.state.returned' },
  accepted: { tone: 'done', icon: 'check', word: 'rep.state.accepted' },
};

export const isOpen = ({ state }: Pick<Head, 'state'>): boolean => openReportStates.includes(state);

/** Its days are not over: sending it is refused until they are. A roster is as of a day. */
export const isTooEarly = ({ kind, endsOn }: Pick<Head, 'kind' | 'endsOn'>, today: string): boolean =>
  kind !== 'roster' && today <= endsOn;

export function lookOf({
  state,
  due,
  approvalAsked,
  ...head
}: Pick<Head, 'state' | 'due' | 'kind' | 'receiver'> & Partial<Pick<Head, 'approvalAsked'>>): Look {
  if (approvalAsked) return { tone: 'doing', icon: 'clock', word: 'rep.state.approval' };
  if (state === 'draft' && due.daysLeft < 0 && !isOwnSum(head))
    return { tone: 'late', icon: 'clock', word: 'rep.state.lateDraft' };
  return looks[state];
}

/** Sums up for the office itself what others sent to a campaign: nobody waits for it. */
export const isOwnSum = ({ kind, receiver }: Pick<Head, 'kind' | 'receiver'>): boolean =>
  isSummed(kind) && receiver === null;

/** What a month's report has; a sum of months has nothing before it, days of a campaign no year either. */
export const whichOf = ({ kind }: Pick<Head, 'kind'>): readonly Which[] =>
  kind === 'results' ? ['now'] : kind === 'months' ? ['now', 'year'] : ['now', 'before', 'year'];

/** What comes next is next month only after a month. */
export const sectionWord = (section: ReportSection, { kind }: Pick<Head, 'kind'>): MessageId =>
  section === 'next_month' && kind !== 'monthly' ? 'rep.s.next_days' : `rep.s.${section}`;

type Due = Pick<Head, 'state' | 'due' | 'version' | 'daysLate' | 'kind' | 'receiver'>;

/** "nộp hết ngày 24/6, còn 3 ngày"; of what is sent, which version and how late it was. */
export function dueText(t: Translate, lang: Lang, head: Due): string {
  if (!isOpen(head)) {
    const version = t('rep.sentAt', { version: head.version });
    return head.daysLate > 0 ? `${version}, ${t('rep.lateBy', { n: head.daysLate })}` : version;
  }
  if (isOwnSum(head)) return t('rep.ownSum');
  const { dueOn, daysLeft } = head.due;
  const date = formatDate(dueOn, lang);
  if (daysLeft === 0) return t('rep.dueToday', { date });
  return daysLeft > 0 ? t('rep.dueIn', { date, n: daysLeft }) : t('rep.dueOver', { date, n: -daysLeft });
}

export const figureText = (figure: Figure, which: Which, lang: Lang): string =>
  pairText(figure[which], figure.indicator, lang);

/** As the plan's pillars stand; by code within one. */
export const inPillars = (figures: readonly Figure[]): Figure[] =>
  [...figures].sort((a, b) => pillars.indexOf(a.indicator.pillar) - pillars.indexOf(b.indicator.pillar));

/** Sections that a reader expects and only a person can write; the server warns of the same ones. */
const expected: readonly ReportSection[] = ['strengths', 'difficulties'];

export type Mark = 'done' | 'missing' | 'optional' | 'comment';

export function markOf(key: ReportSection, text: string, comments: readonly { cell: string }[]): Mark {
  if (comments.some(({ cell }) => cell === key)) return 'comment';
  if (text.trim() !== '') return 'done';
  return expected.includes(key) ? 'missing' : 'optional';
}

export const writtenCount = (texts: Readonly<Record<string, string>>): number =>
  reportSections.filter((key) => (texts[key] ?? '').trim() !== '').length;

/** Comments are shown until the version that answers them is sent. */
export function standingComments({ state, version, comments }: Pick<Report, 'state' | 'version' | 'comments'>) {
  return state === 'returned' ? comments.filter((comment) => comment.version === version) : [];
}

/** What the difficulties of the teams add to a section's text. */
export function withDifficulties(text: string, rows: readonly { text: string; team: string }[]): string {
  const lines = rows.map(
    ({ text: line, team }) => `- ${line.replaceAll(/\s+/g, ' ').trim()}${team ? ` (${team})` : ''}.`,
  );
  return [text.trimEnd(), ...lines.filter((line) => !text.includes(line))].filter(Boolean).join('\n');
}
