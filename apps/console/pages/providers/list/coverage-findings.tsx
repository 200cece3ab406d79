import { useI18n } from '../../../i18n/i18n.tsx';
import { PickUnit, Presses, TypedCells, UnitByHand } from '../../../ui/lists/list-acts.tsx';
import { Found, ListCheck, type Looked } from '../../../ui/lists/list-check.tsx';
import type { ListShape } from '../../../ui/lists/rows.ts';
import type { Unit } from '../../../ui/fields/unit-field.tsx';
import type { CoverageList, Finding, Line } from './use-coverage-list.ts';

const isHamlet = ({ kind }: Unit): boolean => kind === 'hamlet';

interface RowProps {
  list: CoverageList;
  looked: Looked<Line, Finding>;
  shape: ListShape<Line, Finding>;
}

/** One row: all that was found in it, the places that could be meant, and its cells to be typed anew. */
function Row({ list: { check, mend, drop }, looked, shape }: RowProps) {
  const { t } = useI18n();
  const { found, line } = looked;
  const busy = check.isPending;
  const place = found.find(({ open, code }) => open && /^(commune|hamlet)/.test(code));
  return (
    <div className="card-body form">
      {found.map((finding) => (
        <Found key={`${finding.field} ${finding.code}`} finding={finding} shape={shape} />
      ))}
      {place && place.units.length > 0 && (
        <PickUnit
          label={t('coverageList.pick')}
          units={place.units}
          value={line.unitId}
          disabled={busy}
          onChange={(unitId) => mend([{ ...line, unitId }])}
        />
      )}
      {place && place.units.length === 0 && (
        <UnitByHand
          {...(place.field === 'hamlet' && { listed: isHamlet })}
          onUnit={(unitId) => unitId && mend([{ ...line, unitId }])}
        />
      )}
      {looked.finding.open && (
        <TypedCells
          line={line}
          fields={shape.columns.map(({ key, head }) => ({ key, label: head }))}
          busy={busy}
          onLines={mend}
        />
      )}
      <Presses looked={looked} busy={busy} onLines={mend} onDrop={drop} />
    </div>
  );
}

/** What is wrong with rows of the file, or is to be known of them, in their cells. */
export function CoverageFindings({ list, findings }: { list: CoverageList; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const shape: ListShape<Line, Finding> = {
    columns: [
      { key: 'commune', head: t('coverageList.col.unit') },
      { key: 'hamlet', head: t('coverageList.col.hamlet'), blank: t('coverageList.whole') },
      { key: 'from', head: t('coverageList.col.from'), num: true },
      { key: 'till', head: t('coverageList.col.till'), num: true },
    ],
    text: ({ code, params }) => t(`coverageList.finding.${code}`, params),
    byRow: true,
  };
  return (
    <ListCheck
      shape={shape}
      lines={list.lines}
      findings={findings}
      name={({ line }) => [line.commune, line.hamlet || t('coverageList.whole')].filter(Boolean).join(' · ')}
    >
      {(looked) => <Row list={list} looked={looked} shape={shape} />}
    </ListCheck>
  );
}
