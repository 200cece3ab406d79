import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { PlainTable } from '../../../ui/table/plain-table.tsx';
import { type Difference, differencesOf, type Row } from './list-differences.ts';
import type { Line } from '../reform-looks.ts';

/** A whole other list is not shown at once. */
const SHOWN = 60;
const hows = { whole: 'ur.t.whole', part: 'ur.part', stays: 'ur.t.stays', nothing: 'ur.t.nothing' } as const;

/** @param other where only the unit above differs, that is said too */
function Side({ row, other }: { row: Row | null; other: Row | null }) {
  const { t, n } = useI18n();
  if (!row) return '–';
  const how = row.share === null ? t(hows[row.how]) : `${t(hows[row.how])} ${n(row.share)}%`;
  const isElsewhere = other !== null && other.parent !== row.parent;
  return (
    <div>
      {row.oldCode && <span className="muted num">{row.oldCode} · </span>}
      {how} → {[row.heir, isElsewhere && row.parent].filter(Boolean).join(', ')}{' '}
      <span className="muted num">{row.code}</span>
    </div>
  );
}

function Rows({ differences }: { differences: readonly Difference[] }) {
  const { t } = useI18n();
  return (
    <div className="ur-scroll">
      <PlainTable
        rows={differences}
        rowId={(difference) => `${differences.indexOf(difference)}`}
        columns={[
          { header: t('ur.t.old'), cell: ({ before, now }) => now?.old || before?.old || '–', isHead: true },
          { header: t('ur.diff.before'), cell: ({ before, now }) => <Side row={before} other={now} /> },
          { header: t('ur.diff.now'), cell: ({ before, now }) => <Side row={now} other={before} /> },
          { header: t('ur.t.row'), cell: ({ now }) => now?.row ?? '–', className: 'num' },
        ]}
      />
    </div>
  );
}

/** Of a list that was read again: only what is otherwise than before. */
export function DifferencesCard({
  before,
  now,
  onAll,
}: {
  before: readonly Line[];
  now: readonly Line[];
  onAll: () => void;
}) {
  const { t } = useI18n();
  const [count, setCount] = useState(SHOWN);
  const { changed, added, gone } = differencesOf(before, now);
  const all = [...changed, ...added, ...gone];
  const title = { changed: changed.length, added: added.length, gone: gone.length };
  const left = all.length - count;
  return (
    <Card
      title={all.length === 0 ? t('ur.diff.none') : t('ur.diff.title', title)}
      aside={
        <Button size="xs" variant="default" onClick={onAll}>
          {t('ur.diff.all')}
        </Button>
      }
    >
      {all.length > 0 && <Rows differences={all.slice(0, count)} />}
      {left > 0 && (
        <Button variant="subtle" onClick={() => setCount(count + SHOWN)}>
          {t('ur.diff.more', { n: left })}
        </Button>
      )}
    </Card>
  );
}
