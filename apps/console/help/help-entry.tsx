import { Notice } from '../ui/layout.tsx';
import { pictureOf } from './help-facts.ts';
import { type HelpEntry, useLine } from './use-help.ts';

function Box({ label, y, x, to }: { label: string; y: number; x: number; to: boolean }) {
  return (
    <g>
      <rect className={to ? 'help-box help-box-to' : 'help-box'} x={x} y={y} width={124} height={34} rx={6} />
      <text
        className="help-box-text"
        x={x + 62}
        y={y + 21}
        textAnchor="middle"
        textLength={label.length > 19 ? 114 : undefined}
        lengthAdjust="spacingAndGlyphs"
      >
        {label}
      </text>
    </g>
  );
}

const STEP = 44;
const topOf = (count: number, rows: number) => (n: number) => 12 + n * STEP + ((rows - count) * STEP) / 2;

/** What comes in at the left, what becomes of it at the right. The lines below say the same. */
export function HelpPicture({ text }: { text: string }) {
  const { from, to } = pictureOf(text);
  const rows = Math.max(from.length, to.length);
  const [fromY, toY] = [topOf(from.length, rows), topOf(to.length, rows)];
  return (
    <svg className="help-picture" viewBox={`0 0 304 ${rows * STEP + 14}`} aria-hidden="true">
      {from.flatMap((_, a) =>
        to.map((_unused, b) => (
          <path
            key={`${a}-${b}`}
            className="help-flow"
            d={`M132 ${fromY(a) + 17} C 152 ${fromY(a) + 17} 152 ${toY(b) + 17} 172 ${toY(b) + 17}`}
          />
        )),
      )}
      {from.map((label, n) => (
        <Box key={label} label={label} x={8} y={fromY(n)} to={false} />
      ))}
      {to.map((label, n) => (
        <Box key={label} label={label} x={172} y={toY(n)} to />
      ))}
    </svg>
  );
}

/** Words with the names of buttons in bold. */
export function HelpText({ line }: { line: string }) {
  const pieces = useLine();
  return (
    <span>
      {pieces(line).map(({ text, isButton }, index) =>
        isButton ? <b key={`${index} ${text}`}>{text}</b> : <span key={`${index} ${text}`}>{text}</span>,
      )}
    </span>
  );
}

export function HelpLines({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="help-lines">
      {lines.map((line) => (
        <li key={line}>
          <HelpText line={line} />
        </li>
      ))}
    </ol>
  );
}

/** One task: a picture, its lines, and what sets the mind at rest. */
export function HelpEntryView({ entry, about }: { entry: HelpEntry; about: string }) {
  return (
    <article className="help-entry">
      <h3>{entry.title}</h3>
      <p className="caption">{about}</p>
      {entry.picture && <HelpPicture text={entry.picture} />}
      <HelpLines lines={entry.lines} />
      {entry.note && (
        <Notice tone="new" icon="info-circle">
          <HelpText line={entry.note} />
        </Notice>
      )}
    </article>
  );
}
