import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { revokeReform } from '#client/commands';
import { daysBetween, formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { isOpen, lookOf, type Reform, reformPaths } from './reform-looks.ts';
import { ReformToSign } from './reform-minutes.tsx';
import { RunningTab } from './running.tsx';
import { useFindings } from './lines/use-lines.ts';
import { NotYours } from './people/not-yours.tsx';
import { usePlaces } from './people/use-people.ts';

const touches = [...reformPaths, '/units/{unitId}/children'] as const;
type Ask = 'apply' | 'revoke' | 'drop';

function useActs({ id: reformId, version }: Reform) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const path = { reformId };
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
  const drop = useCommand({
    send: (_: void) => client.DELETE('/reforms/{reformId}', { params: { path } }),
    touches: ['/units/{unitId}/reforms'],
    done: () => {
      showNotice(t('ur.dropped'));
      void navigate({ to: '/unit-reforms' });
    },
  });
  return { schedule, drop };
}

function Revoke({ reform, onClose }: { reform: Reform; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { id: reformId, version } = reform;
  const told = api.useQuery('get', '/reforms/{reformId}/told', { params: { path: { reformId } } });
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <CommandForm
      route={revokeReform}
      path={{ reformId }}
      touches={touches}
      danger
      title={t('ur.revokeAsk', { day })}
      text={
        <>
          <p>{t('ur.revokeText', { day, n: version })}</p>
          {!!told.data?.officers && <p>{t('ur.revokeTold', { n: told.data.officers })}</p>}
        </>
      }
      body={{ version }}
      fields={{ reason: { as: 'note', label: t('ur.reason') } }}
      label={t('ur.revoke')}
      cancelLabel={t('ur.keep')}
      said={t('ur.revokedNow')}
      onClose={onClose}
    />
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
  return <Revoke reform={reform} onClose={onClose} />;
}

function Acts({
  reform,
  acts,
  late,
  held,
  onAsk,
  onPrint,
}: {
  reform: Reform;
  acts: ReturnType<typeof useActs>;
  late: boolean;
  /** Somebody else has to schedule it. */
  held: boolean;
  onAsk: (ask: Ask) => void;
  onPrint: () => void;
}) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const begins = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const revokes = reform.state === 'scheduled' && (!late || lookOf(reform, me.today) === 'waits');
  return (
    <div className="ur-acts">
      {begins && (
        <Button
          leftSection={<Icon name="calendar-event" size={16} />}
          disabled={reform.blocks > 0 || held}
          loading={acts.schedule.isPending}
          onClick={() => (late ? onAsk('apply') : acts.schedule.mutate())}
        >
          {t(late ? 'ur.apply' : 'ur.schedule', { day })}
        </Button>
      )}
      <Button variant="default" leftSection={<Icon name="printer" size={16} />} onClick={onPrint}>
        {t('ur.toSign')}
      </Button>
      {revokes && (
        <Button variant="default" onClick={() => onAsk('revoke')}>
          {t('ur.revoke')}
        </Button>
      )}
      {reform.state === 'draft' && !reform.scheduledAt && (
        <Button variant="default" onClick={() => onAsk('drop')}>
          {t('ur.drop')}
        </Button>
      )}
    </div>
  );
}

/** When it begins, the way back until then, and how far it is afterwards. */
export function ScheduleTab({ reform, onBlocks }: { reform: Reform; onBlocks: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const acts = useActs(reform);
  const [ask, setAsk] = useState<Ask | null>(null);
  const [prints, setPrints] = useState(false);
  const findings = useFindings(reform, reform.state !== 'applied');
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const late = reform.onDate <= me.today;
  const notYours = usePlaces(reform).data?.notYours ?? [];
  if (reform.state === 'applied') return <RunningTab reform={reform} />;
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
        {reform.state !== 'scheduled' && <NotYours posts={notYours} />}
        <Acts
          reform={reform}
          acts={acts}
          late={late}
          held={notYours.length > 0}
          onAsk={setAsk}
          onPrint={() => setPrints(true)}
        />
      </div>
      {prints && <ReformToSign reform={reform} findings={findings.rows} onClose={() => setPrints(false)} />}
      {ask && <Asked ask={ask} reform={reform} acts={acts} onClose={() => setAsk(null)} />}
    </Card>
  );
}
