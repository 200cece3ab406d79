/** What a commune's committee does to a hamlet of its own: by a registered directive, from a day on, and told above. */
import { useState, type ReactNode } from 'react';
import { formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField, TextField } from '../../ui/form.tsx';
import { PaperField } from '../rules/paper-field.tsx';
import type { Version } from './course.ts';
import { FromField, UnitsField, useActLabel } from './fields.tsx';
import { type NewUnit, NewUnitFields, touches } from './unit-forms.tsx';
import { Refused } from '../../ui/refused.tsx';
import { typesOf } from './unit-kinds.ts';

type Unit = Schemas['Unit'];
type UnitRef = Schemas['UnitRef'];
type Change = Schemas['HamletChange'];

interface FormProps {
  unit: Unit;
  onClose: () => void;
}

function useHamletChange(unit: Unit, done: (day: (on: string) => string, body: Change) => string, onClose: () => void) {
  const { lang } = useI18n();
  return useCommand({
    send: (body: Change, header) =>
      client.POST('/hamlets/{unitId}/changes', { params: { path: { unitId: unit.id }, header }, body }),
    touches,
    done: (_, body) =>
      sayAndClose(
        done((on) => formatDate(on, lang, { withYear: true }), body),
        onClose,
      ),
    failed: () => true,
  });
}

interface DatedProps {
  title: string;
  verb: string;
  dayLabel: string;
  save: { isPending: boolean; error: unknown };
  complete: boolean;
  danger?: boolean;
  /** The day that stands there first; today otherwise. */
  first?: string;
  onClose: () => void;
  onSubmit: (dated: { from: string; directiveId: string }) => void;
  children: ReactNode;
}

function DatedForm({ title, verb, dayLabel, save, complete, danger, first, onClose, onSubmit, children }: DatedProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [from, setFrom] = useState<string>(first ?? me.today);
  const [directiveId, setDirective] = useState<string | null>(null);
  const label = useActLabel(verb, from);
  const submit = () => complete && directiveId && onSubmit({ from, directiveId });
  return (
    <FormDialog
      title={title}
      label={first ? verb : label}
      danger={danger}
      busy={save.isPending}
      disabled={!complete || !directiveId}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {children}
      <FromField label={dayLabel} value={from} onChange={setFrom} />
      <PaperField value={directiveId} onChange={setDirective} />
      <p className="caption">{t('units.told')}</p>
      <Refused error={save.error} />
    </FormDialog>
  );
}

export function AddHamletForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState<NewUnit>({ kind: 'hamlet', type: typesOf.hamlet[0] ?? '', name: '', code: '' });
  const save = useCommand({
    send: (dated: { from: string; directiveId: string }, header) => {
      const { type, name, code } = draft;
      const body = { type, name: name.trim(), ...(code.trim() && { code: code.trim() }), ...dated };
      return client.POST('/units/{unitId}/hamlets', { params: { path: { unitId: unit.id }, header }, body });
    },
    touches,
    done: (added) => sayAndClose(t('units.added', { name: added.fullName }), onClose),
    failed: () => true,
  });
  return (
    <DatedForm
      title={t('units.addTitle', { name: unit.fullName })}
      verb={t('units.addHamlet')}
      dayLabel={t('units.from')}
      save={save}
      complete={draft.name.trim() !== ''}
      onClose={onClose}
      onSubmit={(dated) => save.mutate(dated)}
    >
      <NewUnitFields kinds={['hamlet']} draft={draft} onChange={setDraft} />
    </DatedForm>
  );
}

interface Named {
  type: string;
  name: string;
  code: string;
}

function NameFields({ label, value, onChange }: { label: string; value: Named; onChange: (value: Named) => void }) {
  const { t } = useI18n();
  const types = [...new Set([value.type, ...typesOf.hamlet])];
  return (
    <>
      <Choice
        label={t('units.type')}
        options={types.map((type) => ({ value: type, label: type }))}
        value={value.type}
        onChange={(type) => onChange({ ...value, type })}
      />
      <TextField required label={label} value={value.name} onChange={(name) => onChange({ ...value, name })} />
      <TextField label={t('units.codeField')} value={value.code} onChange={(code) => onChange({ ...value, code })} />
    </>
  );
}

const namedOf = ({ type, name, code }: Pick<Version, 'type' | 'name' | 'code'>): Named => ({
  type,
  name,
  code: code ?? '',
});
const trimmed = ({ type, name, code }: Named): Named => ({ type, name: name.trim(), code: code.trim() });
const same = (a: Named, b: Named): boolean => a.type === b.type && a.name === b.name && a.code === b.code;

export function RenameHamletForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const [value, setValue] = useState(namedOf(unit));
  const save = useHamletChange(
    unit,
    (day, body) => t('units.renamed', { day: day(body.kind === 'rename' ? body.from : '') }),
    onClose,
  );
  const { code, ...named } = trimmed(value);
  return (
    <DatedForm
      title={t('units.renameTitle', { name: unit.fullName })}
      verb={t('units.rename')}
      dayLabel={t('units.from')}
      save={save}
      complete={named.name !== '' && !same(trimmed(value), namedOf(unit))}
      onClose={onClose}
      onSubmit={(dated) => save.mutate({ kind: 'rename', ...named, ...(code && { code }), ...dated })}
    >
      <NameFields label={t('units.newName')} value={value} onChange={setValue} />
    </DatedForm>
  );
}

export function CorrectHamletForm({ unit, line, onClose }: FormProps & { line: Version }) {
  const { t, lang } = useI18n();
  const [value, setValue] = useState(namedOf(line));
  const [reason, setReason] = useState('');
  const save = useHamletChange(
    unit,
    (day, body) => t('units.corrected', { day: day(body.kind === 'correct' ? body.from : '') }),
    onClose,
  );
  const { code, ...named } = trimmed(value);
  return (
    <DatedForm
      title={t('units.correctTitle', { day: formatDate(line.from, lang, { withYear: true }), name: unit.fullName })}
      verb={t('units.correct')}
      dayLabel={t('units.from')}
      first={line.from}
      save={save}
      complete={named.name !== '' && reason.trim() !== ''}
      onClose={onClose}
      onSubmit={(dated) =>
        save.mutate({ kind: 'correct', line: line.from, ...named, code: code || null, reason: reason.trim(), ...dated })
      }
    >
      <p className="muted">{t('units.correctNote')}</p>
      <NameFields label={t('units.name')} value={value} onChange={setValue} />
      <NoteField required label={t('units.correctWhy')} value={reason} onChange={setReason} />
    </DatedForm>
  );
}

export function CloseHamletForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const [heirs, setHeirs] = useState<UnitRef[]>([]);
  const save = useHamletChange(
    unit,
    (day, body) => t('units.closed.done', { day: day(body.kind === 'close' ? body.to : '') }),
    onClose,
  );
  return (
    <DatedForm
      danger
      title={t('units.closeTitle', { name: unit.fullName })}
      verb={t('units.close')}
      dayLabel={t('units.closeDay')}
      save={save}
      complete
      onClose={onClose}
      onSubmit={({ from, directiveId }) =>
        save.mutate({ kind: 'close', to: from, directiveId, successorIds: heirs.map(({ id }) => id) })
      }
    >
      <p className="muted">{t('units.emptyFirst')}</p>
      <UnitsField
        label={t('units.closeInto')}
        description={t('units.closeIntoHint')}
        kinds={['hamlet']}
        except={[unit.id]}
        value={heirs}
        onChange={setHeirs}
      />
    </DatedForm>
  );
}

/** Takes back a change that has not come, or an end that was a mistake: it asks why, and for no paper. */
export function HamletBackForm({ unit, from, onClose }: FormProps & { from: string | null }) {
  const { t, lang } = useI18n();
  const [reason, setReason] = useState('');
  const written = (on: string) => formatDate(on, lang, { withYear: true });
  const save = useHamletChange(
    unit,
    () => (from ? t('units.revoked', { day: written(from) }) : t('units.reopened', { name: unit.fullName })),
    onClose,
  );
  const words = from
    ? { title: t('units.revokeTitle', { day: written(from) }), note: t('units.revokeNote'), why: t('units.revokeWhy') }
    : {
        title: t('units.reopenTitle', { name: unit.fullName }),
        note: t('units.reopenNote', { day: written(unit.validTo ?? '') }),
        why: t('units.reopenWhy'),
      };
  const given = { reason: reason.trim() };
  return (
    <FormDialog
      title={words.title}
      label={t(from ? 'units.revoke' : 'units.reopen')}
      busy={save.isPending}
      disabled={given.reason === ''}
      onClose={onClose}
      onSubmit={() => save.mutate(from ? { kind: 'revoke', from, ...given } : { kind: 'reopen', ...given })}
    >
      <p>{words.note}</p>
      <NoteField required label={words.why} value={reason} onChange={setReason} />
      <p className="caption">{t('units.told')}</p>
      <Refused error={save.error} />
    </FormDialog>
  );
}
