import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { listedRoles } from '#contracts/access/office-roles';
import { formatDate } from '#i18n';
import { officeTitlesVi } from '#i18n/words/office-titles.vi';
import type { MessageId } from '../../../i18n/i18n.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { type Unit, UnitField } from '../../../ui/unit-field.tsx';
import type { Finding, Line, Row } from './rows.ts';

type Field = Finding['field'];
type Set = (change: Partial<Line>) => void;

export function useFindingText() {
  const { t } = useI18n();
  return ({ code, params }: Finding) => t(`officerFinding.${code}` as MessageId, params);
}

/** Same or new, both or end: what is meant, where the row can be understood in two ways. */
function Choices({ finding, line, from, set }: { finding: Finding; line: Line; from: string; set: Set }) {
  const { t, lang } = useI18n();
  const why = useFindingText()(finding);
  const part = finding.code === 'elsewhere' ? 'elsewhere' : 'person';
  const day = formatDate(from, lang, { withYear: true });
  return (
    <Radio.Group label={why} value={line[part] ?? null} onChange={(chosen) => set({ [part]: chosen })}>
      <div className="unit-list-choices officer-list-choices">
        {finding.choices.map((choice) => (
          <Radio key={choice} value={choice} label={t(`officerList.choice.${choice}`, { day })} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** Units that could be meant, told apart by code and by where they stood. */
function Units({ finding, line, set }: { finding: Finding; line: Line; set: Set }) {
  const { t } = useI18n();
  const why = useFindingText()(finding);
  const label = ({ fullName, code, former }: Finding['units'][number]) =>
    [fullName, code && t('officerList.code', { code }), former && t('officerList.former', { former })]
      .filter(Boolean)
      .join(' · ');
  return (
    <Radio.Group label={why} value={line.unitId ?? null} onChange={(unitId) => set({ unitId })}>
      <div className="unit-list-choices officer-list-choices">
        {finding.units.map((unit) => (
          <Radio key={unit.id} value={unit.id} label={label(unit)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface FieldsProps {
  row: Row;
  line: Line;
  set: Set;
}

function UnitFields({ row, line, set }: FieldsProps) {
  const { t } = useI18n();
  const [other, setOther] = useState<Unit | null>(null);
  const text = useFindingText();
  const finding = row.findings.find(({ field, code }) => field === 'unit' && code !== 'elsewhere');
  const wrong = finding && finding.units.length === 0;
  return (
    <>
      <TextField
        label={t('officerList.col.unit')}
        value={line.unit}
        error={wrong && !line.unitId && text(finding)}
        onChange={(unit) => set({ unit, unitId: undefined })}
      />
      {finding && finding.units.length > 0 && <Units finding={finding} line={line} set={set} />}
      {wrong && (
        <UnitField
          label={t('officerList.otherUnit')}
          required={false}
          unit={other}
          onChange={(unit) => {
            setOther(unit);
            set({ unitId: unit?.id });
          }}
        />
      )}
    </>
  );
}

function Fields({ row, line, set }: FieldsProps) {
  const { t } = useI18n();
  const text = useFindingText();
  const errorAt = (at: Field) =>
    row.findings
      .filter(({ field, open, choices }) => field === at && open && choices.length === 0)
      .map(text)
      .join(' ') || undefined;
  const field = (name: 'fullName' | 'phone' | 'email' | 'standIn') => ({
    value: line[name],
    error: errorAt(name),
    onChange: (value: string) => set({ [name]: value }),
  });
  const roles = listedRoles.map((role) => ({
    value: officeTitlesVi[role] as string,
    label: t(`appoint.role.${role}`),
  }));
  return (
    <>
      <TextField label={t('appoint.name')} {...field('fullName')} />
      <div className="form-pair">
        <TextField label={t('appoint.phone')} type="tel" {...field('phone')} />
        <TextField label={t('appoint.email')} type="email" {...field('email')} />
      </div>
      <Choice
        label={t('officerList.col.post')}
        options={roles}
        value={roles.some(({ value }) => value === line.post) ? line.post : null}
        error={errorAt('post')}
        onChange={(post) => set({ post })}
      />
      <UnitFields row={row} line={line} set={set} />
      {(line.standIn !== '' || errorAt('standIn')) && (
        <TextField label={t('officerList.standIn')} {...field('standIn')} />
      )}
    </>
  );
}

export interface RowFormProps {
  row: Row;
  from: string;
  busy: boolean;
  onSave: (line: Line) => void;
  onDrop: () => void;
  onStep: (by: 1 | -1) => void;
}

/** One row: what is wrong with it, at the field that it concerns; nothing is chosen beforehand. */
export function RowForm({ row, from, busy, onSave, onDrop, onStep }: RowFormProps) {
  const { t } = useI18n();
  const text = useFindingText();
  const [line, setLine] = useState<Line>(row.line);
  const set: Set = (change) => setLine((before) => ({ ...before, ...change }));
  const notes = row.findings.filter(({ open }) => !open);
  return (
    <Card title={`${t('officerList.row', { row: line.row })} · ${row.line.fullName}`}>
      <form
        className="form card-body"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(line);
        }}
      >
        {notes.map((finding) => (
          <p key={finding.code}>{text(finding)}</p>
        ))}
        {row.findings
          .filter(({ open, choices }) => open && choices.length > 0)
          .map((finding) => (
            <Choices key={finding.code} finding={finding} line={line} from={from} set={set} />
          ))}
        <Fields row={row} line={line} set={set} />
        <div className="form-foot">
          <Button variant="default" onClick={onDrop}>
            {t('officerList.drop')}
          </Button>
          <Button type="submit" variant="light" loading={busy} leftSection={<Icon name="check" />}>
            {t('officerList.rowDone')}
          </Button>
        </div>
        <div className="unit-list-steps">
          <button type="button" className="link" onClick={() => onStep(-1)}>
            <Icon name="arrow-up" size={15} /> {t('officerList.before')}
          </button>
          <button type="button" className="link" onClick={() => onStep(1)}>
            {t('officerList.after')} <Icon name="arrow-down" size={15} />
          </button>
        </div>
      </form>
    </Card>
  );
}
