/** Changes of one unit, each from a day on and by a document. A refusal stays in the dialogue and says what is in the way. */
import { useState, type ReactNode } from 'react';
import { formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField, TextField } from '../../ui/form.tsx';
import { Refused } from '../../ui/refused.tsx';
import { BasisField, FromField, UnitField, UnitsField, useActLabel } from './fields.tsx';
import { kindsAbove, kindsBelow, typesOf, type Kind } from './unit-kinds.ts';

type Unit = Schemas['Unit'];
type UnitRef = Schemas['UnitRef'];
type Change = Schemas['UnitChange'];
export const touches = ['/units'] as const;

interface FormProps {
  unit: Unit;
  onClose: () => void;
}

/** Sends one change of the unit, and says from which day it holds. */
function useChange(unit: Unit, done: MessageId, onClose: () => void) {
  const { t, lang } = useI18n();
  return useCommand({
    send: (body: Change, header) =>
      client.POST('/units/{unitId}/changes', { params: { path: { unitId: unit.id }, header }, body }),
    touches,
    done: (_, body) =>
      sayAndClose(
        t(done, { day: formatDate(body.kind === 'close' ? body.to : body.from, lang, { withYear: true }) }),
        onClose,
      ),
    failed: () => true,
  });
}

interface DatedProps {
  unit: Unit;
  title: string;
  verb: string;
  dayLabel: string;
  save: ReturnType<typeof useChange>;
  complete: boolean;
  danger?: boolean;
  onClose: () => void;
  change: (dated: { from: string; basis: string }) => Change;
  children: ReactNode;
}

function DatedForm({ unit, title, verb, dayLabel, save, complete, danger, onClose, change, children }: DatedProps) {
  const { me } = useIdentity();
  const [from, setFrom] = useState<string>(me.today);
  const [basis, setBasis] = useState('');
  const label = useActLabel(verb, from);
  const ready = complete && basis.trim() !== '';
  return (
    <FormDialog
      title={title}
      label={label}
      danger={danger}
      busy={save.isPending}
      disabled={!ready}
      onClose={onClose}
      onSubmit={() => ready && save.mutate(change({ from, basis: basis.trim() }))}
    >
      {children}
      <FromField label={dayLabel} value={from} onChange={setFrom} />
      <BasisField unitId={unit.id} value={basis} onChange={setBasis} />
      <Refused error={save.error} />
    </FormDialog>
  );
}

export function RenameForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const [name, setName] = useState(unit.name);
  const [type, setType] = useState(unit.type);
  const [code, setCode] = useState(unit.code ?? '');
  const save = useChange(unit, 'units.renamed', onClose);
  const types = [...new Set([unit.type, ...typesOf[unit.kind]])];
  const differs = name.trim() !== unit.name || type !== unit.type || code.trim() !== (unit.code ?? '');
  return (
    <DatedForm
      unit={unit}
      title={t('units.renameTitle', { name: unit.fullName })}
      verb={t('units.rename')}
      dayLabel={t('units.from')}
      save={save}
      complete={name.trim() !== '' && differs}
      onClose={onClose}
      change={(dated) => ({
        kind: 'rename',
        name: name.trim(),
        type,
        ...(code.trim() && { code: code.trim() }),
        ...dated,
      })}
    >
      <Choice
        label={t('units.type')}
        options={types.map((value) => ({ value, label: value }))}
        value={type}
        onChange={setType}
      />
      <TextField required label={t('units.newName')} value={name} onChange={setName} />
      <TextField label={t('units.codeField')} value={code} onChange={setCode} />
    </DatedForm>
  );
}

export function MoveForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const [parent, setParent] = useState<UnitRef | null>(null);
  const save = useChange(unit, 'units.moved', onClose);
  return (
    <DatedForm
      unit={unit}
      title={t('units.moveTitle', { name: unit.fullName })}
      verb={t('units.move')}
      dayLabel={t('units.from')}
      save={save}
      complete={parent !== null}
      onClose={onClose}
      change={(dated) => ({ kind: 'move', parentId: parent?.id ?? '', ...dated })}
    >
      <UnitField
        label={t('units.moveTo')}
        kinds={kindsAbove[unit.kind]}
        except={[unit.parent?.id ?? '']}
        value={parent}
        onChange={setParent}
      />
      <p className="muted">{t('units.moveNote')}</p>
    </DatedForm>
  );
}

/** Where all that stands in the unit goes: to one of the heirs, or it has gone before. */
function PartsField({
  n,
  heirs,
  value,
  onChange,
}: {
  n: number;
  heirs: UnitRef[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useI18n();
  const options = [
    ...heirs.map(({ id, fullName }) => ({ value: id, label: t('units.closePartsTo', { name: fullName }) })),
    { value: 'none', label: t('units.closePartsNone') },
  ];
  return (
    <>
      <Choice label={t('units.closeParts', { n })} options={options} value={value || null} onChange={onChange} />
      {heirs.length > 1 && <p className="muted">{t('units.closePartsMany')}</p>}
    </>
  );
}

export function CloseForm({ unit, parts, onClose }: FormProps & { parts: number }) {
  const { t } = useI18n();
  const [heirs, setHeirs] = useState<UnitRef[]>([]);
  const [partsTo, setPartsTo] = useState('');
  const save = useChange(unit, 'units.closed.done', onClose);
  const chosen = heirs.some(({ id }) => id === partsTo) || partsTo === 'none' ? partsTo : '';
  return (
    <DatedForm
      danger
      unit={unit}
      title={t('units.closeTitle', { name: unit.fullName })}
      verb={t('units.close')}
      dayLabel={t('units.closeDay')}
      save={save}
      complete={parts === 0 || chosen !== ''}
      onClose={onClose}
      change={({ from, basis }) => ({
        kind: 'close',
        to: from,
        basis,
        successorIds: heirs.map(({ id }) => id),
        ...(chosen && chosen !== 'none' && { partsToId: chosen }),
      })}
    >
      <UnitsField
        label={t('units.closeInto')}
        description={t('units.closeIntoHint')}
        kinds={[unit.kind]}
        except={[unit.id]}
        value={heirs}
        onChange={setHeirs}
      />
      {parts > 0 && <PartsField n={parts} heirs={heirs} value={chosen} onChange={setPartsTo} />}
    </DatedForm>
  );
}

export function RevokeForm({ unit, from, onClose }: FormProps & { from: string }) {
  const { t, lang } = useI18n();
  const [basis, setBasis] = useState('');
  const save = useChange(unit, 'units.revoked', onClose);
  const day = formatDate(from, lang, { withYear: true });
  return (
    <FormDialog
      title={t('units.revokeTitle', { day })}
      label={t('units.revoke')}
      busy={save.isPending}
      disabled={basis.trim() === ''}
      onClose={onClose}
      onSubmit={() => save.mutate({ kind: 'revoke', from, basis: basis.trim() })}
    >
      <p>{t('units.revokeNote')}</p>
      <NoteField required label={t('units.revokeWhy')} value={basis} onChange={setBasis} />
      <Refused error={save.error} />
    </FormDialog>
  );
}

export interface NewUnit {
  kind: Kind;
  type: string;
  name: string;
  code: string;
}

export function NewUnitFields({
  kinds,
  draft,
  onChange,
}: {
  kinds: readonly Kind[];
  draft: NewUnit;
  onChange: (draft: NewUnit) => void;
}) {
  const { t } = useI18n();
  const set = (part: Partial<NewUnit>) => onChange({ ...draft, ...part });
  const types = typesOf[draft.kind].map((value) => ({ value, label: value }));
  return (
    <>
      {kinds.length > 1 && (
        <Choice
          label={t('units.kind')}
          options={kinds.map((value) => ({ value, label: t(`units.kind.${value}`) }))}
          value={draft.kind}
          onChange={(kind) => set({ kind, type: typesOf[kind][0] ?? '' })}
        />
      )}
      <Choice label={t('units.type')} options={types} value={draft.type} onChange={(type) => set({ type })} />
      <TextField required label={t('units.name')} value={draft.name} onChange={(name) => set({ name })} />
      <TextField label={t('units.codeField')} value={draft.code} onChange={(code) => set({ code })} />
    </>
  );
}

export function AddForm({ unit, onClose }: FormProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const kinds = kindsBelow[unit.kind];
  const kind = kinds[0] ?? 'hamlet';
  const [draft, setDraft] = useState<NewUnit>({ kind, type: typesOf[kind][0] ?? '', name: '', code: '' });
  const [from, setFrom] = useState<string>(me.today);
  const [basis, setBasis] = useState('');
  const label = useActLabel(t(draft.kind === 'hamlet' ? 'units.addHamlet' : 'units.add'), from);
  const save = useCommand({
    send: (_: void, header) => {
      const { name, code, ...rest } = draft;
      const dated = { parentId: unit.id, from, basis: basis.trim() };
      const body = { ...rest, name: name.trim(), ...dated, ...(code.trim() && { code: code.trim() }) };
      return client.POST('/units', { params: { header }, body });
    },
    touches,
    done: (added) => sayAndClose(t('units.added', { name: added.fullName }), onClose),
    failed: () => true,
  });
  const complete = draft.name.trim() !== '' && basis.trim() !== '';
  return (
    <FormDialog
      title={t('units.addTitle', { name: unit.fullName })}
      label={label}
      busy={save.isPending}
      disabled={!complete}
      onClose={onClose}
      onSubmit={() => complete && save.mutate()}
    >
      <NewUnitFields kinds={kinds} draft={draft} onChange={setDraft} />
      <FromField label={t('units.from')} value={from} onChange={setFrom} />
      <BasisField unitId={unit.id} value={basis} onChange={setBasis} />
      <Refused error={save.error} />
    </FormDialog>
  );
}
