/** Who was on the team when, as bars with a table twin; the line of today ends at today, future changes are hatched. */
import { useState } from 'react';
import { dayNumber, formatDate, fromDayNumber, monthOf } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import type { Team } from './team-page.tsx';

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

function Bars({ lines, at }: { lines: readonly Line[]; at: string }) {
  const { t, lang } = useI18n();
  const today = dayNumber(at);
  const first =
    Math.min(today - 30, ...lines.flatMap((line) => line.spells.map((spell) => dayNumber(spell.from)))) - 10;
  const last =
    Math.max(
      today,
      ...lines.flatMap((line) =>
        line.spells.map((spell) => (dayNumber(spell.from) > today ? dayNumber(spell.from) + 30 : today)),
      ),
    ) + 6;
  const x = (day: number) => left + ((day - first) / (last - first)) * (width - left - 8);
  const height = 30 + lines.length * rowHeight;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="history" role="img" aria-label={t('history.title')}>
      {monthStarts(first, last).map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1="22" y2={height} stroke="var(--line)" />
          {x(today) - x(day) > 100 && (
            <text x={x(day) + 4} y="14">
              {t('history.month', { n: monthOf(fromDayNumber(day)) })}
            </text>
          )}
        </g>
      ))}
      {lines.map((line, row) => (
        <g key={line.name + row}>
          <text x="0" y={43 + row * rowHeight}>
            {line.name.length > 23 ? `${line.name.slice(0, 22)}…` : line.name}
          </text>
          {line.spells.map((spell) => {
            const from = x(dayNumber(spell.from));
            const to = x(spell.to ? dayNumber(spell.to) : Math.max(today, dayNumber(spell.from) + 20));
            const [fill, ink] = colors[spell.role];
            const planned = dayNumber(spell.from) > today;
            return (
              <g key={spell.id}>
                <rect
                  x={from}
                  y={29 + row * rowHeight}
                  width={Math.max(4, to - from - 2)}
                  height="20"
                  rx="3"
                  fill={planned ? 'none' : fill}
                  stroke={planned ? 'var(--bar-1)' : 'none'}
                  strokeDasharray="4 3"
                />
                {to - from > 66 && (
                  <text x={from + 8} y={43 + row * rowHeight} style={{ fill: planned ? 'var(--text)' : ink }}>
                    {t(`role.${spell.role}`)}
                  </text>
                )}
                {spell.to && dayNumber(spell.to) <= today && spell === line.spells.at(-1) && x(last) - to > 110 && (
                  <text x={to + 6} y={43 + row * rowHeight} className="history-note">
                    {t('history.left', { date: formatDate(spell.to, lang, { withYear: true }) })}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
      <line
        x1={x(today)}
        x2={x(today)}
        y1="18"
        y2={height}
        stroke="var(--strip)"
        strokeDasharray="3 3"
        strokeWidth="1.500"
      />
      <text x={x(today)} y="14" textAnchor="end" className="history-today">
        {formatDate(at, lang)}
      </text>
    </svg>
  );
}

function HistoryTable({ lines }: { lines: readonly Line[] }) {
  const { t, lang } = useI18n();
  return (
    <table className="dt-table plain-table">
      <thead>
        <tr>
          <th>{t('member.name')}</th>
          <th>{t('member.role')}</th>
          <th>{t('member.from')}</th>
          <th>{t('member.to')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.flatMap((line) =>
          line.spells.map((spell) => (
            <tr key={spell.id}>
              <td>{line.name}</td>
              <td>{t(`role.${spell.role}`)}</td>
              <td className="num">{formatDate(spell.from, lang, { withYear: true })}</td>
              <td className="num">{spell.to ? formatDate(spell.to, lang, { withYear: true }) : '–'}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
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
