import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { listedRoles } from '#contracts/access/office-roles';
import { formatDate } from '#i18n';
import { officeTitlesVi } from '#i18n/words/office-titles.vi';
import type { MessageId } from '../../../i18n/i18n.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PickUnit, UnitByHand } from '../../../ui/lists/list-acts.tsx';
import type { Finding, Line } from './rows.ts';

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
      <div className="list-choices">
        {finding.choices.map((choice) => (
          <Radio key={choice} value={choice} label={t(`officerList.choice.${choice}`, { day })} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface FieldsProps {
  findings: readonly Finding[];
  line: Line;
  set: Set;
}

function UnitFields({ findings, line, set }: FieldsProps) {
  const { t } = useI18n();
  const text = useFindingText();
  const finding = findings.find(({ field, code }) => field === 'unit' && code !== 'elsewhere');
  const wrong = finding && finding.units.length === 0;
  return (
    <>
      <TextField
        label={t('officerList.col.unit')}
        value={line.unit}
        error={wrong && !line.unitId && text(finding)}
        onChange={(unit) => set({ unit, unitId: undefined })}
      />
      {finding && finding.units.length > 0 && (
        <PickUnit
          label={text(finding)}
          units={finding.units}
          value={line.unitId}
          onChange={(unitId) => set({ unitId })}
        />
      )}
      {wrong && <UnitByHand onUnit={(unitId) => set({ unitId })} />}
    </>
  );
}

function Fields({ findings, line, set }: FieldsProps) {
  const { t } = useI18n();
  const text = useFindingText();
  const errorAt = (at: Field) =>
    findings
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
      <UnitFields findings={findings} line={line} set={set} />
      {(line.standIn !== '' || errorAt('standIn')) && (
        <TextField label={t('officerList.standIn')} {...field('standIn')} />
      )}
    </>
  );
}

export interface RowFormProps {
  line: Line;
  findings: readonly Finding[];
  from: string;
  busy: boolean;
  onSave: (line: Line) => void;
  onDrop: () => void;
}

/** One row: what is wrong with it, at the field that it concerns; nothing is chosen beforehand. */
export function RowForm({ line: read, findings, from, busy, onSave, onDrop }: RowFormProps) {
  const { t } = useI18n();
  const text = useFindingText();
  const [line, setLine] = useState<Line>(read);
  const set: Set = (change) => setLine((before) => ({ ...before, ...change }));
  const notes = findings.filter(({ open }) => !open);
  return (
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
      {findings
        .filter(({ open, choices }) => open && choices.length > 0)
        .map((finding) => (
          <Choices key={finding.code} finding={finding} line={line} from={from} set={set} />
        ))}
      <Fields findings={findings} line={line} set={set} />
      <div className="form-foot">
        <Button variant="default" onClick={onDrop}>
          {t('fileList.drop')}
        </Button>
        <Button type="submit" variant="light" loading={busy} leftSection={<Icon name="check" />}>
          {t('officerList.rowDone')}
        </Button>
      </div>
    </form>
  );
}
