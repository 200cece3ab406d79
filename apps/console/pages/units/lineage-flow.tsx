/** What went into the unit, or what it became: a flow to look at, and the same as a table to read. */
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import type { Heir } from './course.ts';

const ROW = 44;

interface Side {
  id: string;
  name: string;
  code: string | null;
}
interface FlowProps {
  /** Many on one side, the unit on the other. */
  many: readonly Heir[];
  unit: Side;
  /** The many are older than the unit. */
  into: boolean;
  onOpen: (unitId: string) => void;
}

function Box({ side, onOpen }: { side: Side; onOpen?: () => void }) {
  const inner = (
    <>
      <span>{side.name}</span>
      <span className="caption num">{side.code}</span>
    </>
  );
  return onOpen ? (
    <button type="button" className="flow-box" onClick={onOpen}>
      {inner}
    </button>
  ) : (
    <div className="flow-box" data-here>
      {inner}
    </div>
  );
}

function Lines({ count, into }: { count: number; into: boolean }) {
  const height = count * ROW;
  const middle = height / 2;
  return (
    <svg
      className="flow-lines"
      viewBox={`0 0 100 ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, index) => {
        const y = index * ROW + ROW / 2;
        const [from, to] = into ? [y, middle] : [middle, y];
        return <path key={index} d={`M0 ${from} C50 ${from} 50 ${to} 100 ${to}`} />;
      })}
    </svg>
  );
}

function Picture({ many, unit, into, onOpen }: FlowProps) {
  const list = (
    <ul>
      {many.map(({ unit: one, code }) => (
        <li key={one.id}>
          <Box side={{ id: one.id, name: one.fullName, code }} onOpen={() => onOpen(one.id)} />
        </li>
      ))}
    </ul>
  );
  const here = <Box side={unit} />;
  return (
    <div className="flow">
      {into ? list : here}
      <Lines count={many.length} into={into} />
      {into ? here : list}
    </div>
  );
}

function Twin({ many, unit, into, onOpen }: FlowProps) {
  const { t, lang } = useI18n();
  const other = ({ unit: one, code }: FlowProps['many'][number]) => (
    <span>
      <button type="button" className="link" onClick={() => onOpen(one.id)}>
        {one.fullName}
      </button>{' '}
      <span className="caption num">{code}</span>
    </span>
  );
  const here = () => (
    <span>
      {unit.name} <span className="caption num">{unit.code}</span>
    </span>
  );
  return (
    <div className="flow-table">
      <PlainTable
        rows={many}
        rowId={({ unit: one }) => one.id}
        columns={[
          { header: t('units.flow.old'), cell: into ? other : here },
          { header: t('units.flow.new'), cell: into ? here : other },
          {
            header: t('units.flow.day'),
            cell: ({ on }) => formatDate(on, lang, { withYear: true }),
            className: 'num',
          },
          { header: t('units.flow.basis'), cell: ({ basis }) => basis ?? '–' },
        ]}
      />
    </div>
  );
}

export function LineageFlow(props: FlowProps) {
  const { t } = useI18n();
  // Two names and two codes do not stand side by side on a phone.
  const [table, setTable] = useState(() => matchMedia('(max-width: 699px)').matches);
  if (props.many.length === 0) return null;
  return (
    <section className="flow-card" aria-label={t('units.flow')}>
      {table ? <Twin {...props} /> : <Picture {...props} />}
      <button type="button" className="link caption" aria-pressed={table} onClick={() => setTable(!table)}>
        {table ? t('units.flowPicture') : t('units.flowTable')}
      </button>
    </section>
  );
}
