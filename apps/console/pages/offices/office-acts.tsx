import { useI18n } from '../../i18n/i18n.tsx';
import { type Acts, PickUnit, Presses, TypedCells, UnitByHand } from '../../ui/lists/list-acts.tsx';
import type { Looked } from '../../ui/lists/list-check.tsx';
import type { Finding, Line } from './use-office-list.ts';

/** What can be done about a cell: typed anew, chosen, left for later; what is one press, of all rows with the same doubt too. */
export function OfficeActs({ looked, ...acts }: Acts<Line> & { looked: Looked<Line, Finding> }) {
  const { t } = useI18n();
  const { finding, line } = looked;
  const { code, field, open, units } = finding;
  const { busy, onLines } = acts;
  const chosen = (unitId: string | undefined) => unitId && onLines([{ ...line, unitId }]);
  const presses = [
    ...(code === 'phonePersonal'
      ? [{ label: t('office.isOffice'), isMain: true, change: (one: Line) => ({ ...one, isOffice: true }) }]
      : []),
    ...(field === 'phone' && code !== 'phoneMissing'
      ? [{ label: t('office.file.dropPhone'), change: (one: Line) => ({ ...one, phone: '' }) }]
      : []),
  ];
  return (
    <>
      {open && code !== 'officeTwice' && (
        <TypedCells
          line={line}
          fields={[{ key: field, label: t(`office.file.col.${field}`) }]}
          {...{ busy, onLines }}
        />
      )}
      {units.length > 0 && (
        <PickUnit label={t('office.file.pick')} units={units} value={line.unitId} disabled={busy} onChange={chosen} />
      )}
      {code === 'officeUnknown' && <UnitByHand onUnit={chosen} />}
      <Presses looked={looked} presses={presses} {...acts} />
    </>
  );
}
