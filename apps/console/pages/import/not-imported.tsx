import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import type { Roster } from './findings.ts';
import { useBringBack } from './use-bring-back.ts';

type Entry = Roster['notImported'][number];
type Why = Entry['why'];

/** What more likely is somebody comes first; titles and heads are in every file. */
const order: readonly Why[] = [
  'unread',
  'struck',
  'hidden',
  'left_out',
  'total',
  'note',
  'column',
  'sheet',
  'sensitive',
  'signature',
  'title',
  'header',
];
const closed: readonly Why[] = ['signature', 'title', 'header'];

export function groupsOf(entries: readonly Entry[]): { why: Why; entries: Entry[]; cells: number }[] {
  return order
    .map((why) => entries.filter((entry) => entry.why === why && !entry.taken))
    .flatMap((of) => {
      const [first] = of;
      return first ? [{ why: first.why, entries: of, cells: of.reduce((sum, { cells }) => sum + cells, 0) }] : [];
    });
}

function EntryRow({
  entry,
  busy,
  onBack,
  onColumns,
}: {
  entry: Entry;
  busy: boolean;
  onBack: () => void;
  onColumns: () => void;
}) {
  const { t } = useI18n();
  return (
    <li>
      <span className="num caption">{entry.sheet ? `${entry.cell}` : ''}</span>
      <span className="not-imported-text">
        {entry.text || t('import.out.hiddenText')}
        {entry.cells > 1 && <span className="cell-2">{t('import.out.cells', { n: entry.cells })}</span>}
      </span>
      {entry.back === 'row' && (
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onBack}>
          {t(entry.taken ? 'import.out.leave' : 'import.out.bringBack')}
        </Button>
      )}
      {entry.back === 'columns' && (
        <button type="button" className="link" onClick={onColumns}>
          {t('import.step.columns')}
        </button>
      )}
    </li>
  );
}

function Entries({
  entries,
  bring,
  onColumns,
}: {
  entries: readonly Entry[];
  bring: ReturnType<typeof useBringBack>;
  onColumns: () => void;
}) {
  return (
    <ul className="not-imported">
      {entries.map((entry) => (
        <EntryRow
          key={`${entry.sheet}!${entry.cell}-${entry.why}`}
          entry={entry}
          busy={bring.isPending}
          onBack={() => bring.mutate([entry])}
          onColumns={onColumns}
        />
      ))}
    </ul>
  );
}

/** Everything of the file that becomes no record, with the reason, to be brought back. */
export function NotImportedCard({ roster, onColumns }: { roster: Roster; onColumns: () => void }) {
  const { t, n } = useI18n();
  const bring = useBringBack(roster);
  const taken = roster.notImported.filter((entry) => entry.taken);
  const groups = groupsOf(roster.notImported);
  if (groups.length === 0 && taken.length === 0) return null;
  return (
    <div id="not-imported">
      <Card title={t('import.out.title')} note={t('import.out.note', { n: n(roster.cells.notImported) })}>
        <div className="card-body">
          {taken.length > 0 && (
            <details open>
              <summary>{t('import.out.taken', { n: taken.length })}</summary>
              <Entries entries={taken} bring={bring} onColumns={onColumns} />
            </details>
          )}
          {groups.map(({ why, entries, cells }) => (
            <details key={why} open={!closed.includes(why)}>
              <summary>
                {t(`import.out.why.${why}`)} <span className="caption">{t('import.out.cells', { n: cells })}</span>
              </summary>
              <Entries entries={entries} bring={bring} onColumns={onColumns} />
              {entries.length > 1 && entries.every(({ back }) => back === 'row') && (
                <Button
                  size="compact-sm"
                  variant="light"
                  disabled={bring.isPending}
                  onClick={() => bring.mutate(entries)}
                >
                  {t('import.out.bringAll', { n: entries.length })}
                </Button>
              )}
            </details>
          ))}
        </div>
      </Card>
    </div>
  );
}
