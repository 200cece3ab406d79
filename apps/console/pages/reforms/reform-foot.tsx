import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, daysBetween, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isWaiting, type Reform } from './merger-form.ts';
import type { ReformActs } from './use-reform-acts.ts';

interface FootProps<I> {
  reform: Reform | null;
  /** Null while something is missing that even a draft needs. */
  input: I | null;
  onDate: string;
  /** What was typed; a new one with each change. */
  form: object;
  changed: boolean;
  /** How much stands against it; undefined while that is not known. */
  blocks: number | undefined;
  asking: boolean;
  again: () => Promise<number | undefined>;
  acts: ReformActs<I>;
  /** Where the new hamlet is, once it is there. */
  into: { id: string } | null;
}
type WaysBack = Pick<ReformActs<unknown>, 'revoke' | 'drop'>;

function RevokeDialog({ reform, acts, onClose }: { reform: Reform; acts: WaysBack; onClose: () => void }) {
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
function SettledFoot({ reform, into, acts }: { reform: Reform; into: { id: string } | null; acts: WaysBack }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [revokes, setRevokes] = useState(false);
  const navigate = useNavigate();
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

function DropButton({ acts }: { acts: WaysBack }) {
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

function useSchedule<I>({ input, onDate, changed, blocks, asking, reform, acts }: FootProps<I>) {
  const { me } = useIdentity();
  const [applies, setApplies] = useState(false);
  const ready = input !== null && blocks === 0 && !asking;
  const late = onDate <= me.today;
  const send = () => acts.schedule.mutate(reform && !changed ? null : input);
  const press = () => {
    if (!ready || acts.schedule.isPending) return;
    if (late) setApplies(true);
    else send();
  };
  useHotkeys([['mod+Enter', press]], []);
  const days = daysBetween(onDate, me.today);
  return { ready, late, send, press, applies, close: () => setApplies(false), days };
}

function RehearseButton({
  known,
  again,
  onSaid,
}: {
  known: boolean;
  again: () => Promise<number | undefined>;
  onSaid: (said: string) => void;
}) {
  const { t } = useI18n();
  const rehearse = async () => {
    const n = await again();
    if (n !== undefined) onSaid(n > 0 ? t('reforms.m.rehearsed', { n }) : t('reforms.m.rehearsedFree'));
  };
  const icon = <Icon name="eye" size={16} />;
  return (
    <Button variant="default" leftSection={icon} disabled={!known} onClick={() => void rehearse()}>
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

function OpenFoot<I>(props: FootProps<I>) {
  const { input, form, blocks, again, onDate, reform, acts } = props;
  const { t, lang } = useI18n();
  const schedule = useSchedule(props);
  const busy = acts.schedule.isPending;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const day = written(onDate);
  const save = () => input && acts.save.mutate(input);
  // Beside the buttons, not in a notice that would cover them.
  const [said, setSaid] = useState({ text: '', of: form });
  const until = !schedule.late && t('reforms.m.until', { before: written(addDays(onDate, -1)), day });
  return (
    <div className="merger-foot">
      <Button variant="default" disabled={!input} loading={acts.save.isPending} onClick={save}>
        {t('reforms.m.saveDraft')}
      </Button>
      {reform?.state === 'draft' && !reform.scheduledAt && <DropButton acts={acts} />}
      <span className="caption" role="status">
        {(said.of === form && said.text) || until}
      </span>
      <RehearseButton known={blocks !== undefined} again={again} onSaid={(text) => setSaid({ text, of: form })} />
      <ScheduleButton day={day} busy={busy} schedule={schedule} />
      {schedule.applies && (
        <ApplyDialog day={day} days={schedule.days} busy={busy} onClose={schedule.close} onAct={schedule.send} />
      )}
    </div>
  );
}

/** What can be done with a reform of hamlets as it stands: written and scheduled, or taken back until its day. */
export function ReformFoot<I>(props: FootProps<I>) {
  const { reform, into, acts } = props;
  if (reform?.state === 'scheduled' || reform?.state === 'applied')
    return <SettledFoot reform={reform} into={into} acts={acts} />;
  return <OpenFoot {...props} />;
}
