import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Bar, Chip } from '../../ui/layout.tsx';
import { HourBars } from './hour-bars.tsx';
import { actOf, limitText, type Part, type PartAct, stateLooks, valueText } from './system-facts.ts';

export type Act = (act: PartAct) => void;

export function StateChip({ state }: Pick<Part, 'state'>) {
  const { t } = useI18n();
  return <Chip {...stateLooks[state]}>{t(`system.state.${state}`)}</Chip>;
}

function Day({ row }: { row: Part }) {
  const { t, lang } = useI18n();
  const { part, value, watch, alarm, hours, facts } = row;
  if (part === 'disk') {
    if (value === null) return <>–</>;
    const color = row.state === 'good' ? 'bar-1' : row.state === 'watch' ? 'bar-warn' : 'late-text';
    return <Bar parts={[{ value, color }]} of={1} label={valueText(row, { t, lang })} />;
  }
  if (part === 'drill')
    return <>{facts.at ? formatDate(new Date(facts.at).toISOString().slice(0, 10), lang, { withYear: true }) : '–'}</>;
  const isSteady =
    part === 'clock' && hours.some((one) => one !== null) && hours.every((one) => (one ?? 0) <= (watch ?? alarm));
  if (isSteady) return <>{t('system.steady')}</>;
  return <HourBars part={part} hours={hours} alarm={alarm} />;
}

function ToDo({ row, act, busy }: { row: Part; act: Act; busy: boolean }) {
  const { t } = useI18n();
  const { part, state } = row;
  if (state === 'good') return <>{t('system.noneNeeded')}</>;
  if (state === 'off') return <code>{t('system.advice.backupOff')}</code>;
  const known = actOf(part);
  if (known)
    return (
      <button type="button" className="link system-act" disabled={busy} onClick={() => act(known)}>
        {t(`system.act.${known}`)}
      </button>
    );
  if (state === 'unknown' && part !== 'drill') return <>–</>;
  return <>{t(`system.advice.${part as Exclude<typeof part, PartAct>}`)}</>;
}

function Row({ row, act, busy }: { row: Part; act: Act; busy: boolean }) {
  const words = useI18n();
  return (
    <tr>
      <th scope="row">{words.t(`system.part.${row.part}`)}</th>
      <td className="system-state">
        <StateChip state={row.state} />
      </td>
      <td className={row.state === 'alarm' ? 'late' : row.value === null ? 'muted' : ''}>{valueText(row, words)}</td>
      <td className="hide-medium">{limitText(row, words)}</td>
      <td className="hide-small system-day">
        <Day row={row} />
      </td>
      <td className="system-todo">
        <ToDo row={row} act={act} busy={busy} />
      </td>
    </tr>
  );
}

/** One row for each part, always in the same order: what is renewed does not move. */
export function PartsTable({ parts, act, busy }: { parts: readonly Part[]; act: Act; busy: boolean }) {
  const { t } = useI18n();
  return (
    <section className="card" aria-label={t('system.parts')}>
      <table className="dt-table plain-table system-table">
        <thead>
          <tr>
            <th>{t('system.col.part')}</th>
            <th>{t('system.col.state')}</th>
            <th>{t('system.col.value')}</th>
            <th className="hide-medium">{t('system.col.alarm')}</th>
            <th className="hide-small">{t('system.col.day')}</th>
            <th>{t('system.col.act')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((row) => (
            <Row key={row.part} row={row} act={act} busy={busy} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
