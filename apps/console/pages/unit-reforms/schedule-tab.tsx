import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { daysBetween, formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { isOpen, lookOf, type Reform, reformPaths } from './reform-looks.ts';

type Ask = 'apply' | 'revoke' | 'drop';

function useActs({ id: reformId, version }: Reform) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const path = { reformId };
  const touches = [...reformPaths, '/units/{unitId}/children'] as const;
  const schedule = useCommand({
    send: (_: void, header) =>
      client.POST('/reforms/{reformId}/schedule', { params: { path, header }, body: { version } }),
    touches,
    done: ({ state, onDate }) =>
      showNotice(
        t(state === 'applied' ? 'ur.appliedNow' : 'ur.scheduledNow', {
          day: formatDate(onDate, lang, { withYear: true }),
        }),
      ),
  });
  const revoke = useCommand({
    send: (reason: string, header) =>
      client.POST('/reforms/{reformId}/revoke', { params: { path, header }, body: { version, reason } }),
    touches,
    done: () => showNotice(t('ur.revokedNow')),
  });
  const drop = useCommand({
    send: (_: void) => client.DELETE('/reforms/{reformId}', { params: { path } }),
    touches: ['/units/{unitId}/reforms'],
    done: () => {
      showNotice(t('ur.dropped'));
      void navigate({ to: '/unit-reforms' });
    },
  });
  return { schedule, revoke, drop };
}

function Revoke({ reform, acts, onClose }: { reform: Reform; acts: ReturnType<typeof useActs>; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [reason, setReason] = useState('');
  const told = api.useQuery('get', '/reforms/{reformId}/told', { params: { path: { reformId: reform.id } } });
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <FormDialog
      title={t('ur.revokeAsk', { day })}
      label={t('ur.revoke')}
      cancelLabel={t('ur.keep')}
      danger
      busy={acts.revoke.isPending}
      disabled={!reason.trim()}
      onClose={onClose}
      onSubmit={() => acts.revoke.mutate(reason.trim(), { onSuccess: onClose })}
    >
      <p>{t('ur.revokeText', { day, n: reform.version })}</p>
      {!!told.data?.officers && <p>{t('ur.revokeTold', { n: told.data.officers })}</p>}
      <NoteField label={t('ur.reason')} required maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function Asked({
  ask,
  reform,
  acts,
  onClose,
}: {
  ask: Ask;
  reform: Reform;
  acts: ReturnType<typeof useActs>;
  onClose: () => void;
}) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const done = { onSuccess: onClose };
  if (ask === 'apply')
    return (
      <FormDialog
        title={t('ur.applyAsk', { day, n: daysBetween(reform.onDate, me.today) })}
        label={t('ur.apply', { day })}
        busy={acts.schedule.isPending}
        onClose={onClose}
        onSubmit={() => acts.schedule.mutate(undefined, done)}
      >
        <p>{t('ur.applyText')}</p>
      </FormDialog>
    );
  if (ask === 'drop')
    return (
      <FormDialog
        title={t('ur.dropAsk')}
        label={t('ur.drop')}
        danger
        busy={acts.drop.isPending}
        onClose={onClose}
        onSubmit={() => acts.drop.mutate()}
      >
        {null}
      </FormDialog>
    );
  return <Revoke reform={reform} acts={acts} onClose={onClose} />;
}

/** Step by step, for whoever wants to look: nobody has to. */
function Steps({ reform }: { reform: Reform }) {
  const { t, n } = useI18n();
  const done = reform.steps.filter(({ finishedAt }) => finishedAt).length;
  const title =
    done === reform.steps.length ? t('ur.stepsDone') : t('ur.steps', { a: done + 1, b: reform.steps.length });
  return (
    <Card title={title} className="ur-first">
      <ul className="ur-always" aria-live="polite">
        {reform.steps.map(({ step, done: settled, total, finishedAt }) => (
          <li key={step}>
            <Icon name={finishedAt ? 'circle-check' : 'clock'} size={18} />
            {t(`ur.step.${step}`)} <small>{t('ur.step.of', { a: n(settled), b: n(total) })}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** When it begins, the way back until then, and how far it is afterwards. */
export function ScheduleTab({ reform, onBlocks }: { reform: Reform; onBlocks: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const acts = useActs(reform);
  const [ask, setAsk] = useState<Ask | null>(null);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const late = reform.onDate <= me.today;
  const begins = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const revokes = reform.state === 'scheduled' && (!late || lookOf(reform, me.today) === 'waits');
  if (reform.state === 'applied') return <Steps reform={reform} />;
  return (
    <Card className="ur-first">
      <div className="card-body ur-stack">
        <p>{t(late ? 'ur.applyText' : 'ur.scheduleText', { day })}</p>
        {reform.blocks > 0 && (
          <Notice tone="late" icon="alert-triangle">
            {t('ur.blockedText', { n: reform.blocks })}{' '}
            <button type="button" className="link" onClick={onBlocks}>
              {t('ur.openBlocks')}
            </button>
          </Notice>
        )}
        <div className="ur-acts">
          {begins && (
            <Button
              leftSection={<Icon name="calendar-event" size={16} />}
              disabled={reform.blocks > 0}
              loading={acts.schedule.isPending}
              onClick={() => (late ? setAsk('apply') : acts.schedule.mutate())}
            >
              {t(late ? 'ur.apply' : 'ur.schedule', { day })}
            </Button>
          )}
          {revokes && (
            <Button variant="default" onClick={() => setAsk('revoke')}>
              {t('ur.revoke')}
            </Button>
          )}
          {reform.state === 'draft' && !reform.scheduledAt && (
            <Button variant="default" onClick={() => setAsk('drop')}>
              {t('ur.drop')}
            </Button>
          )}
        </div>
      </div>
      {ask && <Asked ask={ask} reform={reform} acts={acts} onClose={() => setAsk(null)} />}
    </Card>
  );
}
