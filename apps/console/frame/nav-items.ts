/** The menu as data. An item without the right is absent, not grey; what is not built has no item. */
import type { Action } from '#contracts/actions';
import type { MessageId } from '../i18n/i18n.tsx';
import type { IconName } from '../ui/icon.tsx';

export interface NavItem {
  to: string;
  icon: IconName;
  label: MessageId;
  right: Action;
  /** Only for a commune's post, or only for one above it. */
  level?: 'commune' | 'above';
  count?: 'today' | 'teams' | 'results' | 'difficulties' | 'channels' | 'dataRequests' | 'takeover';
  /** Below the daily items: what is looked up, and what is set up ("Quản trị"). */
  part?: 'second' | 'admin';
  /** Of what is set up: under which heading. */
  group?: 'people' | 'rules' | 'watch';
  /** Only for a trainer's post, or only for an officer's. */
  audience?: 'trainer' | 'officer';
}

export const navItems: readonly NavItem[] = [
  { to: '/', icon: 'sun', label: 'nav.today', right: 'assignment.read', count: 'today' },
  {
    to: '/takeover',
    icon: 'arrows-exchange',
    label: 'nav.takeover',
    right: 'committee.manage',
    level: 'commune',
    count: 'takeover',
  },
  { to: '/dashboard', icon: 'layout-grid', label: 'nav.overview', right: 'report.read' },
  { to: '/teams', icon: 'users-group', label: 'nav.teams', right: 'team.read', level: 'commune', count: 'teams' },
  { to: '/communes', icon: 'sitemap', label: 'nav.communes', right: 'team.read', level: 'above' },
  { to: '/assignments', icon: 'send', label: 'nav.assign', right: 'assignment.read' },
  { to: '/forms', icon: 'template', label: 'nav.forms', right: 'report.read', audience: 'officer' },
  {
    to: '/results',
    icon: 'checkbox',
    label: 'nav.results',
    right: 'result.confirm',
    level: 'commune',
    count: 'results',
  },
  {
    to: '/training',
    icon: 'calendar-event',
    label: 'nav.trainingCalendar',
    right: 'training.read',
    audience: 'trainer',
  },
  { to: '/training/door', icon: 'qrcode', label: 'nav.trainingCheckIn', right: 'training.door', audience: 'trainer' },
  {
    to: '/training/coverage',
    icon: 'layout-grid',
    label: 'nav.trainingCoverage',
    right: 'training.read',
    audience: 'trainer',
  },
  { to: '/training/cards', icon: 'books', label: 'nav.trainingCards', right: 'training.propose', audience: 'trainer' },
  { to: '/training', icon: 'school', label: 'nav.training', right: 'training.read', audience: 'officer' },
  { to: '/reports', icon: 'checklist', label: 'nav.reports', right: 'report.read', level: 'commune' },
  { to: '/report-board', icon: 'list-numbers', label: 'nav.reportBoard', right: 'report.receive', level: 'above' },
  { to: '/joint-work', icon: 'users-group', label: 'nav.jointWork', right: 'task.partner', audience: 'trainer' },
  {
    to: '/difficulties',
    icon: 'help-hexagon',
    label: 'nav.difficulties',
    right: 'difficulty.read',
    count: 'difficulties',
  },
  {
    to: '/documents',
    icon: 'file-certificate',
    label: 'nav.documents',
    right: 'unit.read',
    part: 'second',
    audience: 'officer',
  },
  {
    to: '/registers',
    icon: 'list-details',
    label: 'nav.registers',
    right: 'register.read',
    part: 'second',
    audience: 'officer',
  },
  { to: '/start', icon: 'checklist', label: 'nav.start', right: 'post.manage', level: 'above', part: 'admin' },
  {
    to: '/units',
    icon: 'sitemap',
    label: 'nav.units',
    right: 'unit.manage',
    level: 'above',
    part: 'admin',
    group: 'people',
  },
  {
    to: '/units',
    icon: 'sitemap',
    label: 'nav.unitsCommune',
    right: 'unit.browse',
    level: 'commune',
    part: 'admin',
    group: 'people',
    audience: 'officer',
  },
  {
    to: '/unit-reforms',
    icon: 'arrows-exchange',
    label: 'nav.unitReforms',
    right: 'reform.manage',
    level: 'above',
    part: 'admin',
    group: 'people',
  },
  {
    to: '/reforms',
    icon: 'arrows-exchange',
    label: 'nav.reforms',
    right: 'hamlet.merge',
    level: 'commune',
    part: 'admin',
    group: 'people',
  },
  {
    to: '/officers',
    icon: 'user',
    label: 'nav.officers',
    right: 'committee.manage',
    part: 'admin',
    group: 'people',
    audience: 'officer',
  },
  {
    to: '/committee',
    icon: 'building-community',
    label: 'nav.committee',
    right: 'team.read',
    part: 'admin',
    group: 'people',
    audience: 'officer',
  },
  {
    to: '/offices',
    icon: 'phone',
    label: 'nav.offices',
    right: 'committee.manage',
    part: 'admin',
    group: 'people',
    audience: 'officer',
  },
  {
    to: '/providers',
    icon: 'heart-handshake',
    label: 'nav.providers',
    right: 'training.read',
    part: 'admin',
    group: 'people',
    audience: 'officer',
  },
  {
    to: '/recipients',
    icon: 'mail',
    label: 'nav.recipients',
    right: 'report.write',
    part: 'admin',
    group: 'rules',
    audience: 'officer',
  },
  {
    to: '/rules',
    icon: 'scale',
    label: 'nav.rules',
    right: 'rule.own',
    part: 'admin',
    group: 'rules',
    audience: 'officer',
  },
  {
    to: '/past-years',
    icon: 'history',
    label: 'nav.pastYears',
    right: 'report.write',
    part: 'admin',
    group: 'rules',
    audience: 'officer',
  },
  {
    to: '/channels',
    icon: 'broadcast',
    label: 'nav.channelsCommune',
    right: 'channel.read',
    level: 'commune',
    part: 'admin',
    group: 'rules',
  },
  {
    to: '/channels',
    icon: 'broadcast',
    label: 'nav.channels',
    right: 'channel.read',
    level: 'above',
    count: 'channels',
    part: 'admin',
    group: 'rules',
  },
  {
    to: '/data-requests',
    icon: 'shield-check',
    label: 'nav.dataRequests',
    right: 'data.answer',
    count: 'dataRequests',
    part: 'admin',
    group: 'watch',
    audience: 'officer',
  },
  {
    to: '/log',
    icon: 'history',
    label: 'nav.log',
    right: 'log.read',
    part: 'admin',
    group: 'watch',
    audience: 'officer',
  },
  {
    to: '/system',
    icon: 'activity',
    label: 'nav.system',
    right: 'channel.manage',
    level: 'above',
    part: 'admin',
    group: 'watch',
  },
  { to: '/providers', icon: 'heart-handshake', label: 'nav.providers', right: 'training.read', audience: 'trainer' },
];

export function visibleItems(may: (action: Action) => boolean, commune: boolean): NavItem[] {
  const audience = may('training.propose') ? 'trainer' : 'officer';
  return navItems.filter(
    (item) =>
      may(item.right) &&
      (!item.level || (item.level === 'commune') === commune) &&
      (!item.audience || item.audience === audience),
  );
}
