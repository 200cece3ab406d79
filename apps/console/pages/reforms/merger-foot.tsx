import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, daysBetween, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isWaiting, newHamletName, type Reform, type Rehearsal, type useForm } from './merger-form.ts';
import { type MergerInput, useMergerActs } from './use-merger-acts.ts';

interface FootProps {
  unitId: string;
  reform: Reform | null;
  state: ReturnType<typeof useForm>;
  /** Of the two hamlets. */
  names: readonly string[];
  /** "thôn", "khu phố": of the first one. */
  type: string;
  rehearsal: {
    data: Rehearsal | undefined;
    isFetching: boolean;
    refetch: () => Promise<{ data: Rehearsal | undefined }>;
  };
}
type Acts = ReturnType<typeof useMergerActs>;

/** Null while something is missing that even a draft needs. */
function useInput({ state, names, type }: FootProps): MergerInput | null {
  const { t } = useI18n();
  const { one, two, name: typed, onDate, directiveId, leaderId, leavingIds } = state.form;
  const name = typed.trim();
  const [a = '', b = ''] = names;
  if (!one || !two || !name) return null;
  return {
    title: t('reforms.m.titleOf', { a, b, c: newHamletName(type, name) }),
    hamletIds: [one, two],
    type,
    name,
    onDate,
    ...(directiveId && { directiveId }),
    ...(leaderId && { leaderId }),
    leavingIds: [...leavingIds],
  };
}

function RevokeDialog({ reform, acts, onClose }: { reform: Reform; acts: Acts; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [reason, setReason] = useState('');
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <FormDialog
      title={t('reforms.m.revokeAsk', { day })}
      label={t('reforms.m.revokeAct')}
      cancelLabel={t('reforms.m.keep')}
      danger
      busy={acts.revoke.isPending}
      disabled={!reason.trim()}
      onClose={onClose}
      onSubmit={() => acts.revoke.mutate(reason.trim(), { onSuccess: onClose })}
    >
      <p>{t('reforms.m.revokeText', { day })}</p>
      <NoteField label={t('reforms.m.revokeReason')} required maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function ApplyDialog({
  day,
  days,
  busy,
  onClose,
  onAct,
}: {
  day: string;
  days: number;
  busy: boolean;
  onClose: () => void;
  onAct: () => void;
}) {
  const { t } = useI18n();
  return (
    <FormDialog
      title={t('reforms.m.applyAsk', { day, n: days })}
      label={t('reforms.m.apply', { day })}
      busy={busy}
      onClose={onClose}
      onSubmit={onAct}
    >
      <p>{t('reforms.m.applyText')}</p>
    </FormDialog>
  );
}

/** Of what is settled: the way back until its day, and the new hamlet from then on. */
function SettledFoot({ reform, acts }: { reform: Reform; acts: Acts }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [revokes, setRevokes] = useState(false);
  const navigate = useNavigate();
  const { into } = reform.merger;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const canRevoke = reform.state === 'scheduled' && (reform.onDate > me.today || isWaiting(reform, me.today));
  return (
    <div className="merger-foot">
      {canRevoke && (
        <>
          <Button variant="default" onClick={() => setRevokes(true)}>
            {t('reforms.m.revoke')}
          </Button>
          <span className="caption">
            {t('reforms.m.until', { before: written(addDays(reform.onDate, -1)), day: written(reform.onDate) })}
          </span>
        </>
      )}
      {into && (
        <Button variant="default" onClick={() => void navigate({ to: '/units', search: { unit: into.id } })}>
          {t('reforms.m.open')}
        </Button>
      )}
      {revokes && <RevokeDialog reform={reform} acts={acts} onClose={() => setRevokes(false)} />}
    </div>
  );
}

function DropButton({ acts }: { acts: Acts }) {
  const { t } = useI18n();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t('reforms.m.drop')}
      </Button>
      {asks && (
        <FormDialog
          title={t('reforms.m.dropAsk')}
          label={t('reforms.m.drop')}
          danger
          busy={acts.drop.isPending}
          onClose={() => setAsks(false)}
          onSubmit={() => acts.drop.mutate()}
        >
          {null}
        </FormDialog>
      )}
    </>
  );
}

function useSchedule({ state, rehearsal, reform }: FootProps, input: MergerInput | null, acts: Acts) {
  const { me } = useIdentity();
  const [applies, setApplies] = useState(false);
  const ready = input !== null && rehearsal.data?.blocks.length === 0 && !rehearsal.isFetching;
  const late = state.form.onDate <= me.today;
  const send = () => acts.schedule.mutate(reform && !state.changed ? null : input);
  const press = () => {
    if (!ready || acts.schedule.isPending) return;
    if (late) setApplies(true);
    else send();
  };
  useHotkeys([['mod+Enter', press]], []);
  return {
    ready,
    late,
    send,
    press,
    applies,
    close: () => setApplies(false),
    days: daysBetween(state.form.onDate, me.today),
  };
}

function RehearseButton({ rehearsal, onSaid }: Pick<FootProps, 'rehearsal'> & { onSaid: (said: string) => void }) {
  const { t } = useI18n();
  const rehearse = async () => {
    const { data } = await rehearsal.refetch();
    const n = data?.blocks.length;
    if (n !== undefined) onSaid(n > 0 ? t('reforms.m.rehearsed', { n }) : t('reforms.m.rehearsedFree'));
  };
  const icon = <Icon name="eye" size={16} />;
  return (
    <Button variant="default" leftSection={icon} disabled={!rehearsal.data} onClick={() => void rehearse()}>
      {t('reforms.m.rehearse')}
    </Button>
  );
}

function ScheduleButton({
  day,
  busy,
  schedule,
}: {
  day: string;
  busy: boolean;
  schedule: ReturnType<typeof useSchedule>;
}) {
  const { t } = useI18n();
  return (
    <Button
      leftSection={<Icon name="calendar-event" size={16} />}
      rightSection={<Kbd className="merger-key">Ctrl Enter</Kbd>}
      disabled={!schedule.ready}
      loading={busy}
      onClick={schedule.press}
    >
      {t(schedule.late ? 'reforms.m.apply' : 'reforms.m.schedule', { day })}
    </Button>
  );
}

function OpenFoot(props: FootProps & { acts: Acts }) {
  const { state, rehearsal, reform, acts } = props;
  const { t, lang } = useI18n();
  const input = useInput(props);
  const schedule = useSchedule(props, input, acts);
  const busy = acts.schedule.isPending;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const { onDate } = state.form;
  const day = written(onDate);
  const save = () => input && acts.save.mutate(input);
  // Beside the buttons, not in a notice that would cover them.
  const [said, setSaid] = useState({ text: '', of: state.form });
  const until = !schedule.late && t('reforms.m.until', { before: written(addDays(onDate, -1)), day });
  return (
    <div className="merger-foot">
      <Button variant="default" disabled={!input} loading={acts.save.isPending} onClick={save}>
        {t('reforms.m.saveDraft')}
      </Button>
      {reform?.state === 'draft' && !reform.scheduledAt && <DropButton acts={acts} />}
      <span className="caption" role="status">
        {(said.of === state.form && said.text) || until}
      </span>
      <RehearseButton rehearsal={rehearsal} onSaid={(text) => setSaid({ text, of: state.form })} />
      <ScheduleButton day={day} busy={busy} schedule={schedule} />
      {schedule.applies && (
        <ApplyDialog day={day} days={schedule.days} busy={busy} onClose={schedule.close} onAct={schedule.send} />
      )}
    </div>
  );
}

export function MergerFoot(props: FootProps) {
  const acts = useMergerActs(props.unitId, props.reform);
  const { reform } = props;
  if (reform?.state === 'scheduled' || reform?.state === 'applied') return <SettledFoot reform={reform} acts={acts} />;
  return <OpenFoot {...props} acts={acts} />;
}
