/** Changing what communes are to reach: the same sheet as when it was given, and how many of them will be told. */
import { type FormEvent, useMemo, useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CountField, DayField, Dialog, FormFoot, NoteField } from '../../ui/form.tsx';
import { Loading } from '../../ui/states.tsx';
import '../assign/assign.css';
import { type Draft, divide, emptyDraft, type PoolTeam, sharesOf } from '../assign/draft.ts';
import { SplitSheet } from '../assign/steps/split-sheet.tsx';
import { useCommunePool } from '../assign/steps/use-pool.ts';
import { allotmentPaths } from './allotment-paths.ts';

type Allotment = Schemas['AllotmentDetail'];

/** Communes that have another number than before, or all that stay where the day moves. */
export function touchedBy(allotment: Allotment, shares: ReturnType<typeof sharesOf>, dueOn: string): number {
  const had = new Map(allotment.shares.filter(({ target }) => target > 0).map((one) => [one.commune.id, one.target]));
  const has = new Map(shares.map(({ unitId, target }) => [unitId, target]));
  const moved = dueOn !== allotment.dueOn;
  return [...new Set([...had.keys(), ...has.keys()])].filter(
    (id) => had.get(id) !== has.get(id) || (moved && has.has(id)),
  ).length;
}

const startOf = ({ figures, shares, indicator }: Allotment): Draft => ({
  ...emptyDraft(),
  to: 'communes',
  indicatorCode: indicator.code,
  target: figures.target,
  mode: 'typed',
  fixed: Object.fromEntries(shares.map(({ commune, target }) => [commune.id, target])),
});

/** All communes of today, and those that have a number and are no more. */
function rowsOf(allotment: Allotment, pool: readonly PoolTeam[]): PoolTeam[] {
  const known = new Set(pool.map(({ id }) => id));
  const ended = allotment.shares.filter(({ commune, target }) => target > 0 && !known.has(commune.id));
  return [
    ...ended.map(({ commune }) => ({
      id: commune.id,
      name: commune.fullName,
      communeId: commune.id,
      communeName: commune.fullName,
      households: null,
      members: 0,
      openTasks: 0,
      tooFew: false,
    })),
    ...pool,
  ];
}

interface FormProps {
  allotment: Allotment;
  pool: readonly PoolTeam[];
  onClose: () => void;
}

function useNumbers({ allotment, pool, onClose }: FormProps) {
  const { t } = useI18n();
  const rows = useMemo(() => rowsOf(allotment, pool), [allotment, pool]);
  const [draft, setDraft] = useState(() => startOf(allotment));
  const [dueOn, setDueOn] = useState(allotment.dueOn);
  const [reason, setReason] = useState('');
  const division = divide(draft, rows);
  const shares = sharesOf(draft, rows);
  const touched = touchedBy(allotment, shares, dueOn);
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/allotments/{allotmentId}/changes', {
        params: { path: { allotmentId: allotment.id }, header },
        body: { version: allotment.version, reason, shares, ...(dueOn !== allotment.dueOn && { dueOn }) },
      }),
    touches: allotmentPaths,
    done: () => {
      onClose();
      showNotice(t('allot.saved'));
    },
  });
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const ready = touched > 0 && division.difference === 0 && reason.trim() !== '' && shares.length > 0;
  return { rows, draft, change, dueOn, setDueOn, reason, setReason, division, touched, ready, save };
}

function NumbersForm(props: FormProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { allotment, onClose } = props;
  const { rows, draft, change, dueOn, setDueOn, reason, setReason, division, touched, ready, save } = useNumbers(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <CountField label={t('allot.whole')} min={1} value={draft.target} onChange={(target) => change({ target })} />
      <SplitSheet {...{ draft, change, division }} teams={rows} indicator={allotment.indicator} />
      <DayField label={t('allot.dueOn')} minDate={me.today} value={dueOn} onChange={setDueOn} />
      <NoteField label={t('allot.reason')} required maxLength={1000} value={reason} onChange={setReason} />
      <p className="caption" role="status">
        {touched > 0 ? t('allot.touches', { n: touched }) : t('allot.touchesNone')}
      </p>
      <FormFoot label={t('allot.save', { n: touched })} busy={save.isPending} disabled={!ready} onCancel={onClose} />
    </form>
  );
}

export function NumbersDialog({ allotment, onClose }: { allotment: Allotment; onClose: () => void }) {
  const { t } = useI18n();
  const { pool, query } = useCommunePool(true);
  return (
    <Dialog title={t('allot.changeTitle')} size="lg" onClose={onClose}>
      {query.data ? <NumbersForm allotment={allotment} pool={pool} onClose={onClose} /> : <Loading rows={6} />}
    </Dialog>
  );
}
