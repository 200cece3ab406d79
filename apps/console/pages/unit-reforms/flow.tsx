import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import type { Line, Reform } from './reform-looks.ts';

/** A whole province's units are drawn a part at a time. */
const SHOWN = 12;
const ROW = 26;
const WIDTH = 220;

interface Target {
  line: Line;
  parts: Line[];
}

const nameOf = ({ type, name, unit }: Line): string => {
  if (unit && !name) return unit.fullName;
  const [word, own] = [type ?? '', name ?? ''];
  return !word || own.toLowerCase().startsWith(`${word} `)
    ? own
    : `${word.charAt(0).toUpperCase()}${word.slice(1)} ${own}`;
};

/** Each new unit with what goes into it, in the order of the list. */
function targetsOf(lines: readonly Line[]): Target[] {
  return lines
    .filter(({ kind }) => kind === 'create' || kind === 'keep')
    .map((line) => ({
      line,
      parts: lines.filter(
        ({ kind, intoPosition }) => (kind === 'merge' || kind === 'part') && intoPosition === line.position,
      ),
    }));
}

function Curves({ parts }: { parts: readonly Line[] }) {
  const height = parts.length * ROW;
  const to = height / 2;
  return (
    <svg
      className="ur-curves"
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {parts.map(({ position, kind, unit }, at) => {
        const y = at * ROW + ROW / 2;
        const look = unit ? (kind === 'part' ? 'part' : 'whole') : 'open';
        const end = to + (at - (parts.length - 1) / 2) * 8;
        return (
          <path key={position} data-look={look} d={`M0 ${y}C${WIDTH / 2} ${y} ${WIDTH / 2} ${end} ${WIDTH} ${end}`} />
        );
      })}
    </svg>
  );
}

function Group({ target: { line, parts } }: { target: Target }) {
  const { t } = useI18n();
  const from = t('ur.parts', { code: line.code ?? '', n: parts.length });
  return (
    <li className="ur-group">
      <ul>
        {parts.map((part) => (
          <li key={part.position} data-open={part.unit ? undefined : true}>
            {part.code && <span className="num">{part.code}</span>} <span>{nameOf(part)}</span>
            {part.kind === 'part' && <em>{t('ur.part')}</em>}
          </li>
        ))}
      </ul>
      <Curves parts={parts} />
      <div className="ur-target" data-open={line.settled ? undefined : true}>
        <b>{nameOf(line)}</b>
        <span>{line.kind === 'keep' ? `${line.code ?? ''} · ${t('ur.stays')}` : from}</span>
      </div>
    </li>
  );
}

/** Old on the left, new on the right: what is not settled is dashed and says so in words beside it. */
export function Flow({ reform, lines }: { reform: Reform; lines: readonly Line[] }) {
  const { t, lang } = useI18n();
  const [shown, setShown] = useState(SHOWN);
  const targets = targetsOf(lines);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const left = targets.length - shown;
  if (targets.length === 0) return null;
  return (
    <Card className="ur-flow">
      <div className="ur-flow-head">
        <b>{t('ur.before', { day, n: reform.counts.old })}</b>
        <b>{t('ur.after', { day, n: targets.length })}</b>
      </div>
      <ul>
        {targets.slice(0, shown).map((target) => (
          <Group key={target.line.position} target={target} />
        ))}
      </ul>
      {left > 0 && (
        <Button variant="subtle" onClick={() => setShown(shown + 40)}>
          {t('ur.more', { n: left })}
        </Button>
      )}
    </Card>
  );
}
