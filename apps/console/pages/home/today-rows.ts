/** The words of each kind of row on the home screen, and where its button leads. */
import type { NavigateOptions } from '@tanstack/react-router';
import { dateInVietnam, deadlineText, formatDate, formatTime } from '#i18n';
import { gapText } from '../../ui/text/gap-text.ts';
import { nameList } from '../../ui/names.ts';
import { dataRequestsRow } from '../../frame/today/data-requests-row.ts';
import { secondRow } from './second-row.ts';
import type { AssignmentRow, Of, ShownRow, TodayRow, Words } from '../../frame/today/today-row.ts';

const namedUpTo = 3;

const toAssignment = (assignment: AssignmentRow, filter?: string): NavigateOptions => ({
  to: '/assignments/$assignmentId',
  params: { assignmentId: assignment.id },
  ...(filter && { search: { filter } }),
});
const toTeams = (filter: string): NavigateOptions => ({ to: '/teams', search: { filter } });

/** Whom a message reaches is reminded; whom nothing reaches is called. */
function silentRow(row: Of<'silent' | 'undelivered'>, { t, canChase }: Words): ShownRow {
  const isHeard = row.kind === 'silent';
  const few = row.teams <= namedUpTo;
  const named = row.named.map((team) => `${team.name}: ${t('time.days', { n: team.days })}`).join(' · ');
  return {
    key: `${row.kind}${row.assignment.id}`,
    tone: 'late',
    icon: isHeard ? 'volume-off' : 'plug-connected-x',
    title: t(`home.${row.kind}`, { n: row.teams }),
    detail: few ? `${row.assignment.title} · ${named}` : row.assignment.title,
    when: row.worst > 0 ? t('time.days', { n: row.worst }) : t('time.today'),
    whenNote: t('home.longest'),
    act: canChase ? t(isHeard ? 'home.remindOrCall' : 'home.call') : t('home.openWork'),
    target: toAssignment(row.assignment, row.kind),
  };
}

function askingRow(row: Of<'declined' | 'asking'>, { t }: Words): ShownRow {
  const declined = row.kind === 'declined';
  const values = { n: row.teams, names: nameList(t, row.named, namedUpTo, row.teams) };
  return {
    key: `${row.kind}${row.assignment.id}`,
    tone: 'doing',
    icon: declined ? 'hand-stop' : 'hourglass',
    title: declined ? t('home.declined', values) : t('home.extension', values),
    detail: row.assignment.title,
    when: t('home.waiting'),
    whenNote: t('home.answerThem'),
    act: t('act.answer'),
    target: toAssignment(row.assignment, declined ? 'declined' : undefined),
  };
}

function overdueRow(row: Of<'overdue'>, { t, lang }: Words): ShownRow {
  return {
    key: `o${row.assignment.id}`,
    tone: 'late',
    icon: 'clock',
    title: t('home.overdue', { title: row.assignment.title }),
    detail: t('home.overdueDetail', { n: row.open }),
    when: deadlineText(row.assignment.dueOn, Date.now(), 'brief', lang),
    whenNote: t('home.due', { date: formatDate(row.assignment.dueOn, lang) }),
    urgent: true,
    act: t('home.openWork'),
    target: toAssignment(row.assignment),
  };
}

function reportName({ title, month, unit }: Of<'report'>['head'], { t, ownUnitId }: Words): string {
  const name = title ?? t('home.month', { month: Number(month.slice(5)) });
  return unit.id === ownUnitId ? name : t('home.reportOf', { report: name, unit: unit.fullName });
}

function reportRow({ head }: Of<'report'>, words: Words): ShownRow {
  const { t, lang } = words;
  const { daysLeft, dueOn } = head.due;
  const returned = head.state === 'returned';
  const late = !returned && daysLeft < 0;
  return {
    key: `r${head.id}`,
    tone: returned || late ? 'late' : 'doing',
    icon: returned ? 'corner-up-left' : 'checklist',
    title: t(returned ? 'home.reportReturned' : 'home.report', { report: reportName(head, words) }),
    detail: t('home.reportSpan', { from: formatDate(head.startsOn, lang), to: formatDate(head.endsOn, lang) }),
    when: deadlineText(dueOn, Date.now(), 'brief', lang),
    whenNote: t('home.due', { date: formatDate(dueOn, lang) }),
    urgent: late,
    act: t('home.reportAct'),
    target: { to: '/reports/$reportId', params: { reportId: head.id } },
  };
}

function approveRow({ head }: Of<'approve'>, words: Words): ShownRow {
  const { t, lang } = words;
  return {
    key: `a${head.id}`,
    tone: 'doing',
    icon: 'clock',
    title: t('home.approve', { report: reportName(head, words) }),
    detail: t('home.approveDetail', { name: head.approvalAsked?.by.fullName ?? '' }),
    when: deadlineText(head.due.dueOn, Date.now(), 'brief', lang),
    whenNote: t('home.due', { date: formatDate(head.due.dueOn, lang) }),
    urgent: head.due.daysLeft < 0,
    act: t('home.approveAct'),
    target: { to: '/reports/$reportId', params: { reportId: head.id } },
  };
}

function handOnRow({ allotment }: Of<'handOn'>, { t, lang }: Words): ShownRow {
  const { id, title, issuer, dueOn, figures, handedOn, indicator } = allotment;
  return {
    key: `h${id}`,
    tone: 'doing',
    icon: 'send',
    title: t('home.handOn', { n: figures.target - handedOn, unit: lang === 'en' ? indicator.unitEn : indicator.unit }),
    detail: `${issuer.name} · ${title}`,
    when: deadlineText(dueOn, Date.now(), 'brief', lang),
    whenNote: t('home.due', { date: formatDate(dueOn, lang) }),
    act: t('home.handOnAct'),
    target: { to: '/assignments/new', search: { origin: id } },
  };
}

function handoverRow({ handover }: Of<'handover'>, { t, lang }: Words): ShownRow {
  const n = handover.parts.reduce((sum, { count }) => sum + count, 0);
  return {
    key: `h${handover.id}`,
    tone: 'new',
    icon: 'arrows-exchange',
    title: t('home.handover', { n, name: handover.from.fullName }),
    detail: `${handover.post.title}, ${handover.post.unit.fullName}`,
    when: formatDate(handover.fromOn, lang),
    whenNote: '',
    act: t('home.handoverAct'),
    target: { to: '/handovers' },
  };
}

function unsentRow(row: Of<'unsent'>, { t }: Words): ShownRow {
  return {
    key: 'unsent',
    tone: 'late',
    icon: 'checklist',
    title: t('home.unsent', { n: row.names.length, month: Number(row.month.slice(5)) }),
    detail: nameList(t, row.names),
    when: t('time.days', { n: row.days }),
    whenNote: t('home.longest'),
    act: t('home.unsentAct'),
    target: { to: '/report-board', search: { month: row.month, filter: 'missing' } },
  };
}

function resultsRow(row: Of<'results'>, { t }: Words): ShownRow {
  return {
    key: 'results',
    tone: 'new',
    icon: 'checkbox',
    title: t('home.results', { n: row.results }),
    detail: nameList(t, row.named, namedUpTo, row.results),
    when: row.days > 0 ? t('time.days', { n: row.days }) : t('time.today'),
    whenNote: t('home.waitingLongest'),
    act: t('home.seeResults'),
    target: { to: '/results' },
  };
}

function linkRow({ requests }: Of<'linkRequests'>, { t }: Words): ShownRow {
  const names = requests.items.map((request) => `${t(`space.${request.space}`)} “${request.displayName}”`);
  const oldest = Date.parse(requests.items[0]?.askedAt ?? '');
  const days = Math.max(0, Math.floor((Date.now() - oldest) / 86_400_000));
  return {
    key: 'links',
    tone: 'new',
    icon: 'link',
    title: t('home.link', { n: requests.total }),
    detail: nameList(t, names, namedUpTo, requests.total),
    when: days > 0 ? t('time.days', { n: days }) : t('time.today'),
    whenNote: t('home.waitingLongest'),
    act: t('home.linkSee'),
    target: { to: '/link-requests' },
  };
}

function sessionsRow({ sessions }: Of<'sessions'>, { t, lang }: Words): ShownRow {
  const when = ({ startsAt }: (typeof sessions)[number]) =>
    `${formatDate(dateInVietnam(startsAt), lang)} ${formatTime(startsAt, true)}`;
  const [first] = sessions;
  return {
    key: 'sessions',
    tone: 'doing',
    icon: 'school',
    title: sessions.length === 1 ? t('home.sessionOne') : t('home.sessions', { n: sessions.length }),
    detail: nameList(
      t,
      sessions.map((session) => `${session.title}, ${when(session)}`),
    ),
    when: first ? when(first) : '',
    whenNote: first?.provider.name ?? '',
    act: t('home.sessionAct'),
    target: { to: '/training', ...(sessions.length === 1 && first && { search: { session: first.id } }) },
  };
}

function lackingRow(row: Of<'lacking'>, { t }: Words): ShownRow {
  const hamlets = row.teams.map((team) => team.hamlet.name);
  const gap = (team: (typeof row.teams)[number]) =>
    team.gaps[0] ? gapText(t, team.gaps[0]) : t('status.needsStrengthening');
  const named = row.teams.map((team) => `${team.hamlet.name} ${gap(team).toLocaleLowerCase('vi')}`).join(', ');
  return {
    key: 'lacking',
    tone: 'doing',
    icon: 'user-exclamation',
    title: row.n > 2 ? t('home.lackingMany', { n: row.n }) : named,
    detail: row.fits > 0 ? t('home.fits', { n: row.fits }) : nameList(t, hamlets, namedUpTo, row.n),
    when: t('status.needsStrengthening'),
    whenNote: '',
    act: t('home.choosePeople'),
    target: toTeams('lacking'),
  };
}

function noSupporterRow(row: Of<'noSupporter'>, { t }: Words): ShownRow {
  const hamlets = row.teams.map((team) => team.hamlet.name);
  const [name = ''] = hamlets;
  return {
    key: 'alone',
    tone: 'doing',
    icon: 'heart-handshake',
    title: row.n === 1 ? t('home.noSupporterOne', { name }) : t('home.noSupporter', { n: row.n }),
    detail: nameList(t, hamlets, namedUpTo, row.n),
    when: t('home.notAssigned'),
    whenNote: '',
    act: t('home.assignSupporter'),
    target: toTeams('noSupporter'),
  };
}

function noTeamRow({ hamlets, n }: Of<'noTeam'>, { t }: Words): ShownRow {
  const [name = ''] = hamlets;
  return {
    key: 'noteam',
    tone: 'doing',
    icon: 'map-pin-exclamation',
    title: n === 1 ? t('home.noTeamOne', { name }) : t('home.noTeam', { n }),
    detail: nameList(t, hamlets, namedUpTo, n),
    when: t('home.noTeamWhen'),
    whenNote: '',
    act: t('home.setUp'),
    target: toTeams('all'),
  };
}

/** Who has never opened the application gets no work there. */
function toInviteRow({ people, opened }: Of<'toInvite'>, { t }: Words): ShownRow {
  return {
    key: 'invite',
    tone: 'new',
    icon: 'qrcode',
    title: t('home.toInvite', { n: people - opened }),
    detail: t('home.toInviteDetail', { people, opened }),
    when: t('home.toInviteWhen'),
    whenNote: '',
    act: t('home.toInviteAct'),
    target: { to: '/invites' },
  };
}

export function showRow(row: TodayRow, words: Words): ShownRow {
  switch (row.kind) {
    case 'silent':
    case 'undelivered':
      return silentRow(row, words);
    case 'declined':
    case 'asking':
      return askingRow(row, words);
    case 'overdue':
      return overdueRow(row, words);
    case 'results':
      return resultsRow(row, words);
    case 'linkRequests':
      return linkRow(row, words);
    case 'handover':
      return handoverRow(row, words);
    case 'approve':
      return approveRow(row, words);
    case 'report':
      return reportRow(row, words);
    case 'second':
      return secondRow(row, words);
    case 'handOn':
      return handOnRow(row, words);
    case 'dataRequests':
      return dataRequestsRow(row, words);
    case 'unsent':
      return unsentRow(row, words);
    case 'sessions':
      return sessionsRow(row, words);
    case 'lacking':
      return lackingRow(row, words);
    case 'noSupporter':
      return noSupporterRow(row, words);
    case 'toInvite':
      return toInviteRow(row, words);
    case 'noTeam':
      return noTeamRow(row, words);
  }
}
