import { Button, Checkbox, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../form.tsx';
import { type Unit, UnitField, type UnitFieldProps } from '../fields/unit-field.tsx';
import type { Looked } from './list-check.tsx';
import type { ListFinding, ListLine, NamedUnit } from './rows.ts';

export interface Acts<L extends ListLine> {
  busy: boolean;
  /** Lines as they were mended, to be checked again. */
  onLines: (changed: L[]) => void;
  /** Rows that are left out. */
  onDrop: (rows: number[]) => void;
}

interface UnitsProps {
  /** What is asked. */
  label: string;
  units: readonly NamedUnit[];
  value: string | undefined;
  disabled?: boolean;
  onChange: (unitId: string) => void;
}

/** Units that could be meant, told apart by code and by where they stood. */
export function PickUnit({ label, units, value, disabled, onChange }: UnitsProps) {
  const { t } = useI18n();
  const wordsOf = ({ fullName, code, former }: NamedUnit) =>
    [fullName, code && t('fileList.code', { code }), former && t('fileList.former', { former })]
      .filter(Boolean)
      .join(' · ');
  return (
    <Radio.Group label={label} value={value ?? null} onChange={onChange}>
      <div className="list-choices">
        {units.map((unit) => (
          <Radio key={unit.id} value={unit.id} label={wordsOf(unit)} disabled={disabled} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface ByHandProps extends Pick<UnitFieldProps, 'listed'> {
  onUnit: (unitId: string | undefined) => void;
}

/** The unit that is meant, found by its name in the register: for a text that names none. */
export function UnitByHand({ onUnit, listed }: ByHandProps) {
  const { t } = useI18n();
  const [unit, setUnit] = useState<Unit | null>(null);
  return (
    <UnitField
      label={t('fileList.byHand')}
      required={false}
      listed={listed}
      unit={unit}
      onChange={(next) => {
        setUnit(next);
        onUnit(next?.id);
      }}
    />
  );
}

interface TypedProps<L extends ListLine> extends Pick<Acts<L>, 'busy' | 'onLines'> {
  line: L;
  fields: readonly { key: keyof L & string; label: string }[];
}

/** Cells typed anew; which unit was chosen for the old text is asked again. */
export function TypedCells<L extends ListLine>({ line, fields, busy, onLines }: TypedProps<L>) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const valueOf = (key: keyof L & string) => typed[key] ?? String(line[key] ?? '');
  const changed = fields.filter(({ key }) => valueOf(key).trim() !== String(line[key] ?? ''));
  return (
    <form
      className="list-acts"
      onSubmit={(event) => {
        event.preventDefault();
        const cells = Object.fromEntries(changed.map(({ key }) => [key, valueOf(key).trim()]));
        onLines([{ ...line, ...cells, unitId: undefined }]);
      }}
    >
      {fields.map(({ key, label }) => (
        <TextField
          key={key}
          size="xs"
          {...(fields.length > 1 ? { label } : { 'aria-label': label })}
          value={valueOf(key)}
          maxLength={200}
          onChange={(text) => setTyped((before) => ({ ...before, [key]: text }))}
        />
      ))}
      <Button size="xs" type="submit" variant="default" disabled={busy || changed.length === 0}>
        {t('fileList.type')}
      </Button>
    </form>
  );
}

interface PressProps<L extends ListLine, F extends ListFinding> extends Acts<L> {
  looked: Looked<L, F>;
  /** What is one press, beside leaving the row out: how it changes a line. */
  presses?: readonly { label: string; isMain?: boolean; change: (line: L) => L }[];
}

/** What is one press, of all rows with the same doubt too. */
export function Presses<L extends ListLine, F extends ListFinding>({
  looked: { finding, line, alike },
  presses = [],
  busy,
  onLines,
  onDrop,
}: PressProps<L, F>) {
  const { t } = useI18n();
  const [isAll, setAll] = useState(false);
  const of = isAll ? alike : [line];
  if (presses.length === 0 && !finding.open) return null;
  const buttons: ReactNode[] = presses.map(({ label, isMain, change }) => (
    <Button key={label} variant={isMain ? 'filled' : 'default'} disabled={busy} onClick={() => onLines(of.map(change))}>
      {label}
    </Button>
  ));
  return (
    <>
      {alike.length > 1 && (
        <Checkbox
          label={t('fileList.all', { n: alike.length })}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <div className="list-acts">
        {buttons}
        {finding.open && (
          <Button variant="default" disabled={busy} onClick={() => onDrop(of.map(({ row }) => row))}>
            {isAll ? t('fileList.dropAll', { n: of.length }) : t('fileList.drop')}
          </Button>
        )}
      </div>
    </>
  );
}
