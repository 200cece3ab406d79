/** What a line of a takeover says and where it leads. Free of pictures. */
import type { NavigateOptions } from '@tanstack/react-router';
import type { Action } from '#contracts/actions';
import { takeoverTicks, type TakeoverTickKind, takeoverWaits } from '#contracts/membership/takeover-kinds';
import { dateInVietnam, daysLeft, deadlineText, formatDate, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Row = Schemas['TakeoverRow'];
type Kind = Row['kind'];

interface Look {
  icon: IconName;
  tone: Tone;
  right: Action;
  to: NavigateOptions;
}
const waits = { tone: 'late' } as const;
const due = { tone: 'doing' } as const;
const looks: Record<Kind, Look> = {
  result: { ...waits, icon: 'checkbox', right: takeoverWaits.result, to: { to: '/results' } },
  extension: { ...waits, icon: 'hourglass', right: takeoverWaits.extension, to: { to: '/assignments' } },
  decline: { ...waits, icon: 'hand-stop', right: takeoverWaits.decline, to: { to: '/assignments' } },
  difficulty: { ...waits, icon: 'help-hexagon', right: takeoverWaits.difficulty, to: { to: '/difficulties' } },
  session: { ...waits, icon: 'school', right: takeoverWaits.session, to: { to: '/training' } },
  draft: { ...due, icon: 'pencil', right: takeoverWaits.draft, to: { to: '/assignments' } },
  focalOfficer: { ...waits, icon: 'user-exclamation', right: 'committee.manage', to: { to: '/committee' } },
  standIn: { ...waits, icon: 'user-exclamation', right: 'committee.manage', to: { to: '/committee' } },
  report: { ...due, icon: 'checklist', right: 'report.write', to: { to: '/reports' } },
  committee: { ...due, icon: 'file-certificate', right: 'committee.manage', to: { to: '/committee' } },
  names: { ...due, icon: 'copy', right: 'hamlet.manage', to: { to: '/units' } },
  groups: { tone: 'new', icon: 'message', right: 'group.manage', to: { to: '/channels' } },
};

export const lookOf = ({ kind }: Row): Look => looks[kind];
export const keyOf = ({ kind, report }: Row): string => `${kind}${report?.id ?? ''}`;

export function placeOf({ kind, report }: Row): NavigateOptions {
  return report ? { to: '/reports/$reportId', params: { reportId: report.id } } : looks[kind].to;
}

/** What nothing shows to be settled, so that somebody may say it. */
export const tickOf = ({ kind }: Row): TakeoverTickKind | undefined => takeoverTicks.find((tick) => tick === kind);

/** "tháng 7": a report is called by its month. */
const monthOf = (month: string): number => Number(month.slice(5, 7));

export function titleOf({ kind, count, report }: Row, t: Translate): string {
  if (!report) return t(`takeover.row.${kind}`, { n: count });
  return t(report.own ? 'takeover.row.report' : 'takeover.row.reportOfOld', {
    month: monthOf(report.month),
    unit: report.unit.fullName,
  });
}

const namedUpTo = 3;
const constant: Partial<Record<Kind, MessageId>> = {
  session: 'takeover.detail.session',
  draft: 'takeover.detail.draft',
  focalOfficer: 'takeover.detail.focalOfficer',
  groups: 'takeover.detail.groups',
};

/** "Dân Quyền 8, Minh Sơn 5, còn lại 6"; of names how many bear each: "3 Thôn 1, 2 Thôn 2". */
export function detailOf({ kind, count, named, report }: Row, t: Translate): string {
  if (report) return t(report.own ? 'takeover.detail.report' : 'takeover.detail.reportOfOld');
  if (kind === 'standIn') return t('takeover.detail.fit', { n: count });
  if (kind === 'committee') return t('takeover.detail.committee', { n: count });
  const words = constant[kind];
  if (words) return t(words);
  const first = named.slice(0, namedUpTo);
  const rest = named.slice(namedUpTo).reduce((sum, one) => sum + one.count, 0);
  const said = first.map(({ name, count: n }) => (kind === 'names' ? `${n} ${name}` : `${name} ${n}`));
  return [...said, ...(rest > 0 ? [t('takeover.rest', { n: rest })] : [])].join(', ');
}

/** How long the first of it waits, or until when it is due. */
export function whenOf(
  { since, dueOn }: Row,
  { t, lang, now }: { t: Translate; lang: Lang; now: number },
): { when: string; note: string; urgent: boolean } {
  if (dueOn)
    return {
      when: formatDate(dueOn, lang),
      note: deadlineText(dueOn, now, 'countdown', lang).toLowerCase(),
      urgent: daysLeft(dueOn, now) < 0,
    };
  if (!since) return { when: t('takeover.noDay'), note: '', urgent: false };
  const days = Math.max(0, Math.floor((now - Date.parse(since)) / 86_400_000));
  return {
    when: days > 0 ? t('time.days', { n: days }) : t('takeover.now'),
    note: t('takeover.longest'),
    urgent: days > 2,
  };
}

/** How a line was settled, and on which day. */
export function doneText({ kind, count, done }: Row, t: Translate, lang: Lang): string {
  if (!done) return '';
  const how = done.by
    ? t('takeover.done.by', { name: done.by.fullName })
    : t(kind === 'report' ? 'takeover.done.sent' : 'takeover.done.answered', { n: count });
  return `${how} · ${formatDate(dateInVietnam(Date.parse(done.at)), lang)}`;
}
