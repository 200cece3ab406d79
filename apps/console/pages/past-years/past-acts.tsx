import { useI18n } from '../../i18n/i18n.tsx';
import { type Acts, PickUnit, Presses, TypedCells, UnitByHand } from '../../ui/lists/list-acts.tsx';
import type { Looked } from '../../ui/lists/list-check.tsx';
import { type Finding, type Row, shownCell } from './past-rows.ts';

/** What is settled by leaving the row out, and not by typing. */
const dropped: readonly Finding['code'][] = ['periodRecorded', 'alreadyImported', 'unitFollowed'];
const ofUnit: readonly Finding['code'][] = ['unitUnknown', 'unitAmbiguous'];

/** What can be done about a cell: typed anew, a unit chosen, said to be beside its heir, the row left out. */
export function PastActs({ looked, ...acts }: Acts<Row> & { looked: Looked<Row, Finding> }) {
  const { t } = useI18n();
  const { finding, line } = looked;
  const { code, open, units, params } = finding;
  const { busy, onLines } = acts;
  const field = finding.field as keyof Row & string;
  const chosen = (unitId: string | undefined) => unitId && onLines([{ ...line, unitId }]);
  // A figure that is typed says nothing of whose it is.
  const typed = (lines: Row[]) =>
    onLines(field === 'unit' ? lines : lines.map((one) => ({ ...one, unitId: line.unitId })));
  const presses =
    code === 'unitFollowed'
      ? [
          {
            label: t('pastYears.apart', { unit: params['unit'] ?? '' }),
            change: (one: Row) => ({ ...one, apart: true }),
          },
        ]
      : [];
  return (
    <>
      {open && !dropped.includes(code) && (
        <TypedCells<Row>
          line={{ ...line, [field]: shownCell(String(line[field] ?? '')) }}
          fields={[{ key: field, label: t('pastYears.typed') }]}
          busy={busy}
          onLines={typed}
        />
      )}
      {units.length > 0 && (
        <PickUnit label={t('pastYears.pick')} units={units} value={line.unitId} disabled={busy} onChange={chosen} />
      )}
      {ofUnit.includes(code) && <UnitByHand onUnit={chosen} />}
      <Presses looked={looked} presses={presses} {...acts} />
    </>
  );
}
