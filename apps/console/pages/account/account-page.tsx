import { Button, PasswordInput, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatMoment, type Lang } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { signOut } from '../../frame/header.tsx';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Enrolment, Kept, type Secret } from '../second-factor/enrolment.tsx';
import { FactorCard } from '../second-factor/factor-card.tsx';
import './account.css';

function Looks() {
  const { t, lang, setLang } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (next: Lang) => {
    setLang(next);
    void client.PUT('/me/language', { body: { language: next } });
  };
  return (
    <Card title={t('account.looks')}>
      <div className="card-body form">
        <div>
          <span className="field-label">{t('account.language')}</span>
          <SegmentedControl
            value={lang}
            onChange={(value) => choose(value === 'en' ? 'en' : 'vi')}
            data={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
            aria-label={t('account.language')}
          />
          <p className="caption">{t('account.languageNote')}</p>
        </div>
        <div>
          <span className="field-label">{t('theme.label')}</span>
          <SegmentedControl
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light')}
            data={(['light', 'dark', 'auto'] as const).map((scheme) => ({
              value: scheme,
              label: t(`theme.${scheme}`),
            }))}
            aria-label={t('theme.label')}
          />
        </div>
      </div>
    </Card>
  );
}

function SessionRow({ row, busy, onEnd }: { row: Schemas['SessionRow']; busy: boolean; onEnd: () => void }) {
  const { t, lang } = useI18n();
  return (
    <li>
      <Icon name="device-laptop" />
      <div>
        <b>{row.device || t('account.unknownDevice')}</b>
        <span className="caption">
          {row.current
            ? t('account.thisDevice')
            : t('account.lastSeen', { at: formatMoment(row.lastSeenAt, Date.now(), lang) })}
        </span>
      </div>
      {!row.current && (
        <Button size="xs" variant="default" loading={busy} onClick={onEnd}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}

function Sessions() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/me/sessions');
  const end = useCommand({
    send: (sessionId: string) => client.DELETE('/me/sessions/{sessionId}', { params: { path: { sessionId } } }),
    touches: ['/me/sessions'],
    done: () => showNotice(t('account.ended')),
  });
  return (
    <Card title={t('account.sessions')} note={t('account.sessionsNote')}>
      <Loaded query={query} rows={2}>
        {(rows) => (
          <ul className="sessions">
            {rows.map((row) => (
              <SessionRow
                key={row.id}
                row={row}
                busy={end.isPending && end.variables === row.id}
                onEnd={() => end.mutate(row.id)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      <div className="card-foot">
        <span />
        <button type="button" className="strong-link" onClick={() => void signOut()}>
          {t('frame.signOut')}
        </button>
      </div>
    </Card>
  );
}

const shortest = 10;

function Password() {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const save = useCommand({
    send: (_: void) => client.PUT('/me/password', { body: { next, ...(me.person.hasPassword && { current }) } }),
    touches: ['/me', '/me/sessions'],
    done: () => {
      showNotice(t('account.passwordSaved'));
      setCurrent('');
      setNext('');
    },
  });
  const short = next.length > 0 && next.length < shortest;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.length >= shortest) save.mutate();
  };
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };
  return (
    <Card title={t('account.password')}>
      <form className="card-body form" onSubmit={submit}>
        {me.person.hasPassword && (
          <PasswordInput
            label={t('account.currentPassword')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            {...eye}
          />
        )}
        <PasswordInput
          label={t('account.newPassword')}
          autoComplete="new-password"
          description={t('account.passwordRule', { n: shortest })}
          error={short ? t('account.passwordShort', { n: shortest }) : undefined}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          {...eye}
        />
        <div className="form-foot">
          <Button type="submit" disabled={next.length < shortest} loading={save.isPending}>
            {t('account.savePassword')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

export function AccountPage() {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const back = () => {
    setSecret(null);
    setCodes(null);
  };
  const done = () => {
    if (secret) showNotice(t('factor.onNow'));
    back();
  };
  const { fullName } = me.person;
  if (secret || codes)
    return (
      <div className="page">
        <div className="no-print">
          <PageHeader
            parent={{ label: t('account.title'), to: '/account' }}
            title={t(secret ? 'factor.turnOn' : 'factor.renew')}
          />
        </div>
        {secret && <Enrolment secret={secret} backLabel={t('factor.back')} onBack={back} onDone={done} />}
        {codes && <Kept codes={codes} name={fullName} onDone={done} />}
      </div>
    );
  return (
    <div className="page">
      <PageHeader title={t('account.title')} state={`${fullName} · ${post.title}, ${post.unit.fullName}`} />
      <div className="account">
        <Looks />
        <FactorCard onSecret={setSecret} onCodes={setCodes} />
        <Password />
        <Sessions />
      </div>
    </div>
  );
}
