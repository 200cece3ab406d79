import { ActionIcon } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { lineName, type Target } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

/** Absent where nothing may be written. */
export interface LineActs {
  onChange: (line: Line) => void;
  onUnit: (line: Line) => void;
  onDrop: (line: Line) => void;
  busy: boolean;
}

function Acts({ line, name, acts }: { line: Line; name: string; acts: LineActs }) {
  const { t } = useI18n();
  const isPart = line.kind === 'merge' || line.kind === 'part';
  return (
    <td className="ur-line-acts">
      {isPart && (
        <ActionIcon
          variant="subtle"
          aria-label={t('ur.line.changeOf', { name })}
          disabled={acts.busy}
          onClick={() => acts.onChange(line)}
        >
          <Icon name="pencil" size={16} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        aria-label={t('ur.line.dropOf', { name })}
        disabled={acts.busy}
        onClick={() => acts.onDrop(line)}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    </td>
  );
}

/** A unit of the day that nothing goes into has a row of its own, so that it can be taken out. */
const rowsOf = ({ line, parts }: Target): Line[] =>
  line.kind === 'keep' || parts.length === 0 ? [line, ...parts] : parts;

function Row({ line, target, isFirst, acts }: { line: Line; target: Target; isFirst: boolean; acts?: LineActs }) {
  const { t, n } = useI18n();
  const { line: heir, parts } = target;
  const own = line === heir;
  const name = own ? (heir.unit?.fullName ?? '') : lineName(line);
  const how = !own ? (line.kind === 'part' ? 'ur.part' : 'ur.t.whole') : line.unit ? 'ur.t.stays' : 'ur.t.nothing';
  return (
    <tr data-broken={line.unit ? undefined : true}>
      <th scope="row">
        {name || '–'}
        {line.code && !own && <span className="cell-2">{line.code}</span>}
      </th>
      <td>
        {t(how)}
        {line.share !== null && ` ${n(line.share)}%`}
      </td>
      <td>
        {acts && isFirst ? (
          <button type="button" className="link" disabled={acts.busy} onClick={() => acts.onUnit(heir)}>
            {lineName(heir)}
          </button>
        ) : (
          lineName(heir)
        )}{' '}
        <span className="muted num">{heir.code}</span>
      </td>
      <td className="num">{line.row ?? '–'}</td>
      {/* What goes in leaves first: a unit of the day is not taken out with all of its parts by one press. */}
      {acts && (own && parts.length > 0 ? <td /> : <Acts line={line} name={name || lineName(heir)} acts={acts} />)}
    </tr>
  );
}

/** The same as the flow, for whoever reads rows, and where lines are written by hand. */
export function FlowTable({ targets, acts }: { targets: readonly Target[]; acts?: LineActs }) {
  const { t } = useI18n();
  return (
    <div className="ur-scroll">
      <table className="ur-kept ur-flow-table">
        <thead>
          <tr>
            <th scope="col">{t('ur.t.old')}</th>
            <th scope="col">{t('ur.t.how')}</th>
            <th scope="col">{t('ur.t.new')}</th>
            <th scope="col">{t('ur.t.row')}</th>
            {acts && <th scope="col">{t('ur.t.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {targets.flatMap((target) =>
            rowsOf(target).map((line, at) => (
              <Row key={line.position} line={line} target={target} isFirst={at === 0} acts={acts} />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
