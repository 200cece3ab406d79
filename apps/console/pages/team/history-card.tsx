/** Who was on the team when, as bars with a table twin; the line of today ends at today, future changes are hatched. */
import { useState } from 'react';
import { dayNumber, formatDate, fromDayNumber, monthOf, yearOf } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import type { Team } from './team.ts';

type Spell = Team['history'][number];

interface Line {
  name: string;
  spells: Spell[];
}

/** Everybody who is or was on the team, each spell once. */
export function spellsOf(team: Pick<Team, 'members' | 'history'>): Spell[] {
  const known = new Set(team.history.map((spell) => spell.id));
  return [...team.history, ...team.members.filter((member) => !known.has(member.id))];
}

/** All spells of a person on one line, people in the order in which they came. */
export function historyLines(history: readonly Spell[]): Line[] {
  const lines = new Map<string, Line>();
  for (const spell of [...history].sort((a, b) => a.from.localeCompare(b.from))) {
    const line = lines.get(spell.person.id) ?? { name: spell.person.fullName, spells: [] };
    line.spells.push(spell);
    lines.set(spell.person.id, line);
  }
  return [...lines.values()];
}

function monthStarts(from: number, to: number): number[] {
  const starts: number[] = [];
  for (let day = from; day <= to; day++) if (fromDayNumber(day).endsWith('-01')) starts.push(day);
  const step = Math.ceil(starts.length / 6);
  return starts.filter((_, index) => index % step === 0);
}

const left = 168;
const width = 720;
const rowHeight = 27;
const colors: Record<Spell['role'], [string, string]> = {
  leader: ['var(--bar-1)', 'var(--on-primary)'],
  deputy: ['var(--bar-2)', 'var(--text)'],
  member: ['var(--bar-3)', 'var(--text)'],
};

interface Scale {
  first: number;
  last: number;
  today: number;
  x: (day: number) => number;
}

/** From ten days before the first spell to today, or beyond it where a change is planned. */
function scaleOf(lines: readonly Line[], at: string): Scale {
  const today = dayNumber(at);
  const starts = lines.flatMap((line) => line.spells.map((spell) => dayNumber(spell.from)));
  const first = Math.min(today - 30, ...starts) - 10;
  const last = Math.max(today, ...starts.map((start) => (start > today ? start + 30 : today))) + 6;
  return { first, last, today, x: (day) => left + ((day - first) / (last - first)) * (width - left - 8) };
}

function Months({ scale, height }: { scale: Scale; height: number }) {
  const { t } = useI18n();
  const { first, last, today, x } = scale;
  const long = last - first > 366;
  const name = (day: number) => {
    const date = fromDayNumber(day);
    return long ? `${monthOf(date)}/${yearOf(date)}` : t('history.month', { n: monthOf(date) });
  };
  return monthStarts(first, last).map((day) => (
    <g key={day}>
      <line x1={x(day)} x2={x(day)} y1="22" y2={height} stroke="var(--line)" />
      {x(today) - x(day) > 100 && (
        <text x={x(day) + 4} y="14">
          {name(day)}
        </text>
      )}
    </g>
  ));
}

function SpellBar({ spell, row, scale, isLast }: { spell: Spell; row: number; scale: Scale; isLast: boolean }) {
  const { t, lang } = useI18n();
  const { today, last, x } = scale;
  const start = dayNumber(spell.from);
  const from = x(start);
  const to = x(spell.to ? dayNumber(spell.to) : Math.max(today, start + 20));
  const [fill, ink] = colors[spell.role];
  const planned = start > today;
  const y = 43 + row * rowHeight;
  const look = planned ? { fill: 'none', stroke: 'var(--bar-1)', strokeDasharray: '4 3' } : { fill };
  const left = spell.to && dayNumber(spell.to) <= today && isLast && x(last) - to > 110;
  return (
    <g>
      <rect x={from} y={y - 14} width={Math.max(4, to - from - 2)} height="20" rx="3" {...look} />
      {to - from > 66 && (
        <text x={from + 8} y={y} style={{ fill: planned ? 'var(--text)' : ink }}>
          {t(`role.${spell.role}`)}
        </text>
      )}
      {left && spell.to && (
        <text x={to + 6} y={y} className="history-note">
          {t('history.left', { date: formatDate(spell.to, lang, { withYear: true }) })}
        </text>
      )}
    </g>
  );
}

const longestName = 23;
const shorten = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

function Bars({ lines, at }: { lines: readonly Line[]; at: string }) {
  const { t, lang } = useI18n();
  const scale = scaleOf(lines, at);
  const now = scale.x(scale.today);
  const height = 30 + lines.length * rowHeight;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="history" role="img" aria-label={t('history.title')}>
      <Months scale={scale} height={height} />
      {lines.map((line, row) => (
        <g key={line.name + row}>
          <text x="0" y={43 + row * rowHeight}>
            {shorten(line.name)}
          </text>
          {line.spells.map((spell) => (
            <SpellBar key={spell.id} spell={spell} row={row} scale={scale} isLast={spell === line.spells.at(-1)} />
          ))}
        </g>
      ))}
      <line x1={now} x2={now} y1="18" y2={height} className="history-now" />
      <text x={now} y="14" textAnchor="end" className="history-today">
        {formatDate(at, lang)}
      </text>
    </svg>
  );
}

function HistoryTable({ lines }: { lines: readonly Line[] }) {
  const { t, lang } = useI18n();
  const rows = lines.flatMap(({ name, spells }) => spells.map((spell) => ({ name, spell })));
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return (
    <PlainTable
      label={t('history.title')}
      rows={rows}
      rowId={({ spell }) => spell.id}
      columns={[
        { header: t('member.name'), cell: ({ name }) => name },
        { header: t('member.role'), cell: ({ spell }) => t(`role.${spell.role}`) },
        { header: t('member.from'), cell: ({ spell }) => day(spell.from), className: 'num' },
        { header: t('member.to'), cell: ({ spell }) => (spell.to ? day(spell.to) : '–'), className: 'num' },
      ]}
    />
  );
}

export function HistoryCard({ team }: { team: Team }) {
  const { t } = useI18n();
  const [table, setTable] = useState(false);
  const lines = historyLines(spellsOf(team));
  if (lines.length === 0) return null;
  return (
    <Card
      title={t('history.title')}
      note={t('history.note')}
      aside={
        <button type="button" className="link" onClick={() => setTable(!table)}>
          {table ? t('history.asBars') : t('history.asTable')}
        </button>
      }
    >
      {table ? (
        <HistoryTable lines={lines} />
      ) : (
        <div className="card-body">
          <Bars lines={lines} at={team.at} />
        </div>
      )}
    </Card>
  );
}
