/** Screens and acts by the words that one would type for them: what the menu shows, and what lies behind it. */
import { foldMarks } from '#i18n/fold';
import type { Action } from '#contracts/actions';
import type { MessageId, Translate } from '../i18n/i18n.tsx';
import type { IconName } from '../ui/icon.tsx';
import { visibleItems } from './nav-items.ts';

export interface PlaceHit {
  kind: 'screen' | 'act';
  id: string;
  label: string;
  icon: IconName;
  to: string;
  search?: Record<string, string>;
}
interface Act {
  label: MessageId;
  icon: IconName;
  right: Action | null;
  to: string;
  search?: Record<string, string>;
  level?: 'commune' | 'above';
}

const acts: readonly Act[] = [
  { label: 'search.act.assign', icon: 'send', right: 'assignment.issue', to: '/assignments/new' },
  {
    label: 'search.act.remind',
    icon: 'bell',
    right: 'assignment.chase',
    to: '/assignments',
    search: { filter: 'open' },
  },
  { label: 'search.act.remindReports', icon: 'bell', right: 'report.receive', to: '/report-board' },
  { label: 'search.act.import', icon: 'upload', right: 'roster.import', to: '/import' },
  { label: 'search.act.export', icon: 'download', right: 'roster.export', to: '/reports', level: 'commune' },
  { label: 'search.act.export', icon: 'download', right: 'roster.export', to: '/report-board', level: 'above' },
  { label: 'search.act.invite', icon: 'qrcode', right: 'committee.manage', to: '/officers' },
  { label: 'nav.invites', icon: 'qrcode', right: 'invite.create', to: '/invites' },
  { label: 'search.act.directive', icon: 'file-certificate', right: 'directive.manage', to: '/documents' },
  { label: 'search.act.days', icon: 'calendar', right: 'calendar.manage', to: '/registers/days' },
  { label: 'search.act.service', icon: 'calendar-event', right: 'report.read', to: '/service-days' },
  { label: 'search.act.campaigns', icon: 'calendar', right: 'report.receive', to: '/campaigns' },
  { label: 'search.act.noRoute', icon: 'phone', right: 'channel.read', to: '/no-route' },
  { label: 'search.act.account', icon: 'user', right: null, to: '/account' },
];

/** Each word that was typed begins a word of the label. */
function matches(label: string, query: string): boolean {
  const words = foldMarks(label).split(/[^\p{L}\p{N}]+/u);
  const asked = foldMarks(query).split(/\s+/).filter(Boolean);
  return asked.length > 0 && asked.every((one) => words.some((word) => word.startsWith(one)));
}

export function placesFor(
  query: string,
  { t, may, commune }: { t: Translate; may: (action: Action) => boolean; commune: boolean },
): PlaceHit[] {
  const screens = visibleItems(may, commune).map(
    ({ to, icon, label }): PlaceHit => ({ kind: 'screen', id: `${to} ${label}`, label: t(label), icon, to }),
  );
  const mine = acts.filter(
    ({ right, level }) => (right === null || may(right)) && (!level || (level === 'commune') === commune),
  );
  const doing = mine.map(
    ({ label, icon, to, search }): PlaceHit => ({
      kind: 'act',
      id: label,
      label: t(label),
      icon,
      to,
      ...(search && { search }),
    }),
  );
  return [...doing, ...screens].filter(({ label }) => matches(label, query)).slice(0, 5);
}
