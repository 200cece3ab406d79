import './lists.css';
import { type ReactNode, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../icon.tsx';
import { Card, Notice, type Tone } from '../layout.tsx';
import { ListGrid } from './list-grid.tsx';
import {
  alikeOf,
  inFileOrder,
  type ListFilter,
  type ListFinding,
  type ListLine,
  type ListShape,
  type Need,
  needOf,
  stopsOf,
} from './rows.ts';

/** What is looked at, for whoever draws what can be done about it. */
export interface Looked<L extends ListLine, F extends ListFinding> {
  finding: F;
  /** All that was found in the row. */
  found: readonly F[];
  line: L;
  /** The lines of which the same is in doubt, this one among them. */
  alike: readonly L[];
}

export interface ListCheckProps<L extends ListLine, F extends ListFinding> {
  shape: ListShape<L, F>;
  lines: readonly L[];
  findings: readonly F[];
  /** Beside the filters. */
  bar?: ReactNode;
  /** What stands behind the row's number. */
  name: (looked: Looked<L, F>) => string;
  /** Notices and what can be done about them. */
  children: (looked: Looked<L, F>) => ReactNode;
}

const tones = { fix: 'late', choose: 'doing', note: 'new' } as const satisfies Record<Need, Tone>;

/** What was found, as a sentence. */
export function Found<F extends ListFinding>({ finding, shape }: { finding: F; shape: ListShape<never, F> }) {
  const { open } = finding;
  return (
    <Notice tone={tones[needOf(finding, shape.pressed)]} icon={open ? 'alert-circle' : 'info-circle'}>
      {shape.text(finding)}
    </Notice>
  );
}

interface StepsProps {
  at: number;
  of: number;
  byRow: boolean | undefined;
  onStep: (by: 1 | -1) => void;
}

function Steps({ at, of, byRow, onStep }: StepsProps) {
  const { t } = useI18n();
  return (
    <div className="card-foot list-steps">
      <button type="button" className="link" disabled={at === 0} onClick={() => onStep(-1)}>
        <Icon name="arrow-up" size={15} /> {t(byRow ? 'fileList.rowBefore' : 'fileList.cellBefore')}
      </button>
      <button type="button" className="link" disabled={at + 1 >= of} onClick={() => onStep(1)}>
        {t(byRow ? 'fileList.rowAfter' : 'fileList.cellAfter')} <Icon name="arrow-down" size={15} />
      </button>
    </div>
  );
}

/** Which finding is looked at. What was mended is gone: the next one in the file comes in its place. */
function useCursor<F extends ListFinding>(passing: readonly F[]) {
  const [chosen, setChosen] = useState<F | null>(null);
  const same = (one: F) => one.row === chosen?.row && one.field === chosen.field && one.code === chosen.code;
  const found = passing.findIndex(same);
  const next = passing.findIndex(({ row }) => row >= (chosen?.row ?? 0));
  const at = Math.max(0, found >= 0 ? found : next >= 0 ? next : passing.length - 1);
  return { at, current: passing[at], setChosen };
}

/** The file as it lies, what needs a look in its cell; one at a time is mended beside it. */
export function ListCheck<L extends ListLine, F extends ListFinding>(props: ListCheckProps<L, F>) {
  const { t } = useI18n();
  const { shape, lines, findings, bar, name, children } = props;
  const [filter, setFilter] = useState<ListFilter>('all');
  const all = inFileOrder(findings, shape.pressed);
  const stops = stopsOf(all, shape.byRow);
  const passing = filter === 'all' ? stops : stops.filter((one) => needOf(one, shape.pressed) === filter);
  const { at, current, setChosen } = useCursor(passing);
  const line = lines.find(({ row }) => row === current?.row);
  const step = (by: 1 | -1) => setChosen(passing[at + by] ?? current ?? null);
  const looked = current &&
    line && {
      finding: current,
      found: all.filter(({ row }) => row === current.row),
      line,
      alike: alikeOf(lines, all, current),
    };
  return (
    <div className="split list-split">
      <ListGrid
        shape={shape}
        lines={lines}
        findings={all}
        stops={stops}
        filter={filter}
        current={current}
        bar={bar}
        onFilter={(key) => {
          setFilter(key);
          setChosen(null);
        }}
        onPick={(finding) => setChosen(stops.find((one) => shape.byRow && one.row === finding.row) ?? finding)}
        onStep={step}
      />
      {looked && (
        <Card
          title={t('fileList.at', { row: line.row, name: name(looked) || '–' })}
          note={<span className="num">{`${at + 1}/${passing.length}`}</span>}
        >
          {/* What was typed belongs to the line as it was read. */}
          <div key={`${JSON.stringify(line)} ${looked.found.map(({ code }) => code).join()} ${current.field}`}>
            {children(looked)}
          </div>
          <Steps at={at} of={passing.length} byRow={shape.byRow} onStep={step} />
        </Card>
      )}
    </div>
  );
}
