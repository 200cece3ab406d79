import { type KeyboardEvent, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { LogRow } from './log-row.tsx';
import type { LogEntry } from './use-log.ts';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The newest first; arrows move, the right one opens a row and the left one closes it. */
export function LogTable({ rows, unitId }: { rows: readonly LogEntry[]; unitId: string }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const at = rows.some(({ id }) => id === current) ? current : rows[0]?.id;
  const turn = (id: string, isOpen: boolean) =>
    setOpen((old) => new Set(isOpen ? [...old, id] : [...old].filter((one) => one !== id)));
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const toggles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-log-row]')];
    const index = toggles.indexOf(event.target as HTMLElement);
    const row = rows[index];
    if (!row) return;
    const step = steps[event.key];
    if (step) toggles[index + step]?.focus();
    else if (event.key === 'ArrowRight') turn(row.id, true);
    else if (event.key === 'ArrowLeft') turn(row.id, false);
    else return;
    event.preventDefault();
  };
  return (
    <table className="dt-table plain-table log-table">
      <thead>
        <tr>
          <th className="log-toggle">
            <span className="visually-hidden">{t('logPage.keys')}</span>
          </th>
          <th>{t('log.col.at')}</th>
          <th>{t('log.col.by')}</th>
          <th>{t('log.col.what')}</th>
          <th data-right>{t('logPage.people')}</th>
          <th>{t('logPage.purpose')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={press}>
        {rows.map((entry) => (
          <LogRow
            key={entry.id}
            entry={entry}
            unitId={unitId}
            open={open.has(entry.id)}
            onOpen={(isOpen) => turn(entry.id, isOpen)}
            current={entry.id === at}
            onCurrent={() => setCurrent(entry.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
