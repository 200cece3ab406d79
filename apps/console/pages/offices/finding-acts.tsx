import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Finding, Line } from './use-office-list.ts';

export interface Acts {
  busy: boolean;
  onLines: (changed: Line[]) => void;
  onDrop: (rows: number[]) => void;
}
export interface FindingActsProps extends Acts {
  finding: Finding;
  line: Line | undefined;
  /** The lines of which the same is in doubt, this one among them. */
  alike: readonly Line[];
}

type RetypeProps = Pick<Acts, 'busy' | 'onLines'> & { line: Line; field: 'phone' | 'email' };

function Retype({ line, field, busy, onLines }: RetypeProps) {
  const { t } = useI18n();
  const [value, setValue] = useState(line[field]);
  return (
    <form
      className="office-acts"
      onSubmit={(event) => {
        event.preventDefault();
        onLines([{ ...line, [field]: value.trim() }]);
      }}
    >
      <TextInput
        size="xs"
        aria-label={t(`office.${field}`)}
        value={value}
        maxLength={200}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={busy || value.trim() === line[field]}>
        {t('office.file.type')}
      </Button>
    </form>
  );
}

/** What can be done about a cell: typed anew, chosen, left for later; what is one press, of all rows with the same doubt too. */
export function FindingActs({ finding, line, alike, busy, onLines, onDrop }: FindingActsProps) {
  const { t } = useI18n();
  const [isAll, setAll] = useState(false);
  const { row, code, field, open, units } = finding;
  const of = isAll ? alike : line ? [line] : [];
  const hasPress = open || (field === 'phone' && code !== 'phoneMissing');
  return (
    <>
      {line && open && field !== 'office' && <Retype line={line} field={field} busy={busy} onLines={onLines} />}
      {line && units.length > 0 && (
        <Select
          aria-label={t('office.file.pick')}
          placeholder={t('office.file.pick')}
          data={units.map(({ id, fullName, code: own }) => ({ value: id, label: `${fullName} (${own ?? '–'})` }))}
          disabled={busy}
          onChange={(unitId) => unitId && onLines([{ ...line, unitId }])}
        />
      )}
      {hasPress && alike.length > 1 && (
        <Checkbox
          label={t('office.file.all', { n: alike.length })}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <div className="office-acts">
        {line && code === 'phonePersonal' && (
          <Button disabled={busy} onClick={() => onLines(of.map((one) => ({ ...one, isOffice: true })))}>
            {t('office.isOffice')}
          </Button>
        )}
        {line && field === 'phone' && code !== 'phoneMissing' && (
          <Button variant="default" disabled={busy} onClick={() => onLines(of.map((one) => ({ ...one, phone: '' })))}>
            {t('office.file.dropPhone')}
          </Button>
        )}
        {open && (
          <Button variant="default" disabled={busy} onClick={() => onDrop(isAll ? of.map((one) => one.row) : [row])}>
            {isAll ? t('office.file.dropAll', { n: of.length }) : t('office.file.drop')}
          </Button>
        )}
      </div>
    </>
  );
}
