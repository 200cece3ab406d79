import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deadlineText, formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { gapText } from '../../ui/gap-text.ts';
import { EmptyState } from '../../ui/states.tsx';
import { type IconName } from '../../ui/icon.tsx';
import { type Tone, ToneIcon } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import type { AssignmentRow, TodayRow } from './use-today.ts';

interface Shown {
  key: string;
  tone: Tone;
  icon: IconName;
  title: string;
  detail: string;
  when: string;
  whenNote: string;
  urgent?: boolean;
  act: string;
  go: () => void;
}

type I18n = ReturnType<typeof useI18n>;
type Navigate = ReturnType<typeof useNavigate>;

function assignmentRow(
  row: Extract<TodayRow, { assignment: AssignmentRow }>,
  { t, lang }: I18n,
  navigate: Navigate,
): Shown {
  const open = (filter?: string) => () =>
    void navigate({
      to: '/assignments/$assignmentId',
      params: { assignmentId: row.assignment.id },
      search: filter ? { filter } : {},
    });
  const title = row.assignment.title;
  switch (row.kind) {
    case 'silent': {
      const worst = row.worst > 0 ? t('time.days', { n: row.worst }) : t('time.today');
      return {
        key: `s${row.assignment.id}`,
        tone: 'late',
        icon: 'volume-off',
        title: t('home.silent', { n: row.teams.length }),
        detail:
          row.teams.length <= 3
            ? row.teams.map((team) => `${team.name}: ${t('time.days', { n: team.days })}`).join(' · ')
            : title,
        when: worst,
        whenNote: t('home.longest'),
        act: t('home.remindOrCall'),
        go: open('silent'),
      };
    }
    case 'declined':
      return {
        key: `d${row.assignment.id}`,
        tone: 'doing',
        icon: 'hand-stop',
        title: t('home.declined', { n: row.teams.length, names: nameList(t, row.teams) }),
        detail: title,
        when: t('home.waiting'),
        whenNote: t('home.answerThem'),
        act: t('act.answer'),
        go: open('declined'),
      };
    case 'extension':
      return {
        key: `e${row.assignment.id}`,
        tone: 'doing',
        icon: 'hourglass',
        title: t('home.extension', { names: nameList(t, row.teams) }),
        detail: title,
        when: t('home.waiting'),
        whenNote: t('home.answerThem'),
        act: t('act.answer'),
        go: open(),
      };
    case 'overdue':
      return {
        key: `o${row.assignment.id}`,
        tone: 'late',
        icon: 'clock',
        title: t('home.overdue', { title }),
        detail: t('home.overdueDetail', { n: row.open }),
        when: deadlineText(row.assignment.dueOn, Date.now(), 'brief', lang),
        whenNote: t('home.due', { date: formatDate(row.assignment.dueOn, lang) }),
        urgent: true,
        act: t('home.openWork'),
        go: open(),
      };
  }
}

function show(row: TodayRow, i18n: I18n, navigate: Navigate): Shown {
  const { t } = i18n;
  if ('assignment' in row) return assignmentRow(row, i18n, navigate);
  const teams = (filter: string) => () => void navigate({ to: '/teams', search: { filter } });
  switch (row.kind) {
    case 'results':
      return {
        key: 'results',
        tone: 'new',
        icon: 'checkbox',
        title: t('home.results', { n: row.teams.length }),
        detail: nameList(t, row.teams),
        when: row.days > 0 ? t('time.days', { n: row.days }) : t('time.today'),
        whenNote: t('home.waitingLongest'),
        act: t('home.seeResults'),
        go: () => void navigate({ to: '/results' }),
      };
    case 'lacking': {
      const parts = row.teams.map(
        (team) =>
          `${team.hamlet.name} ${(team.gaps[0] ? gapText(t, team.gaps[0]) : t('status.needsStrengthening')).toLocaleLowerCase('vi')}`,
      );
      return {
        key: 'lacking',
        tone: 'doing',
        icon: 'user-exclamation',
        title: row.teams.length > 2 ? t('home.lackingMany', { n: row.teams.length }) : parts.join(', '),
        detail:
          row.fits > 0
            ? t('home.fits', { n: row.fits })
            : nameList(
                t,
                row.teams.map((team) => team.hamlet.name),
              ),
        when: t('status.needsStrengthening'),
        whenNote: '',
        act: t('home.choosePeople'),
        go: teams('lacking'),
      };
    }
    case 'noSupporter':
      return {
        key: 'alone',
        tone: 'doing',
        icon: 'heart-handshake',
        title:
          row.teams.length === 1
            ? t('home.noSupporterOne', { name: row.teams[0]?.hamlet.name ?? '' })
            : t('home.noSupporter', { n: row.teams.length }),
        detail: nameList(
          t,
          row.teams.map((team) => team.hamlet.name),
        ),
        when: t('home.notAssigned'),
        whenNote: '',
        act: t('home.assignSupporter'),
        go: teams('noSupporter'),
      };
    case 'noTeam':
      return {
        key: 'noteam',
        tone: 'doing',
        icon: 'map-pin-exclamation',
        title:
          row.hamlets.length === 1
            ? t('home.noTeamOne', { name: row.hamlets[0] ?? '' })
            : t('home.noTeam', { n: row.hamlets.length }),
        detail: nameList(t, row.hamlets),
        when: t('home.noTeamWhen'),
        whenNote: '',
        act: t('home.setUp'),
        go: teams('all'),
      };
  }
}

/** As many rows as a screen of 1280 x 800 holds beside the figures. */
const shownFirst = 6;

export function TodayList({ rows, nearest }: { rows: readonly TodayRow[]; nearest: readonly AssignmentRow[] }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  if (rows.length === 0) {
    const next = [...nearest].sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
    return (
      <EmptyState icon="sun" title={t('home.titleCalm')}>
        {next
          ? t('home.nearest', { title: next.title, due: deadlineText(next.dueOn, Date.now(), 'before', lang) })
          : t('home.noneRunning')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="today">
        {(all ? rows : rows.slice(0, shownFirst))
          .map((row) => show(row, i18n, navigate))
          .map((row, index) => (
            <li key={row.key}>
              <ToneIcon tone={row.tone} icon={row.icon} />
              <div className="today-text">
                <strong>{row.title}</strong>
                <span className="caption">{row.detail}</span>
              </div>
              <div className="today-when">
                <strong className={row.urgent ? 'late' : ''}>{row.when}</strong>
                <span className="caption">{row.whenNote}</span>
              </div>
              <Button variant={index === 0 ? 'filled' : 'default'} size="xs" className="today-act" onClick={row.go}>
                {row.act}
              </Button>
            </li>
          ))}
      </ul>
      {rows.length > shownFirst && !all && (
        <div className="card-foot">
          <button type="button" className="strong-link" onClick={() => setAll(true)}>
            {t('home.more', { n: rows.length - shownFirst })}
          </button>
        </div>
      )}
    </>
  );
}
