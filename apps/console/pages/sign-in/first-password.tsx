/** After an invite: the password without which the closed browser would be the end of the account. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import type { Me } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';

const SHORTEST = 10;

function Login({ logins }: { logins: readonly string[] }) {
  const { t } = useI18n();
  const [a = '', b] = logins;
  return (
    <p className="first-login">
      <Icon name="user" />
      <span>
        {t('first.login')}: <strong>{b ? t('first.or', { a, b }) : a}</strong>
      </span>
    </p>
  );
}

function useFirstPassword(logins: readonly string[], onDone: () => void) {
  const [next, setNext] = useState('');
  const [login, setLogin] = useState('');
  const save = useCommand({
    send: (_: void) => client.PUT('/me/password', { body: { next, ...(logins.length === 0 && { login }) } }),
    touches: ['/me'],
    done: onDone,
    failed: () => true,
  });
  const isShort = next.length > 0 && next.length < SHORTEST;
  const isReady = next.length >= SHORTEST && (logins.length > 0 || login.includes('@'));
  return { next, setNext, login, setLogin, save, isShort, isReady };
}

export function FirstPassword({ me, onDone }: { me: Me; onDone: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { logins, hasPassword } = me.person;
  const { next, setNext, login, setLogin, save, isShort, isReady } = useFirstPassword(logins, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) save.mutate();
  };
  return (
    <form className="form first-password" onSubmit={submit}>
      <h1>{t(hasPassword ? 'first.titleNew' : 'first.title')}</h1>
      <p>{t('first.text')}</p>
      {logins.length > 0 && <Login logins={logins} />}
      {logins.length === 0 && (
        <TextField
          size="md"
          type="email"
          autoComplete="username"
          label={t('first.noLogin')}
          value={login}
          onChange={setLogin}
        />
      )}
      {/* So that the browser keeps the password under the right name. */}
      <input type="hidden" autoComplete="username" value={logins[0] ?? login} readOnly />
      <PasswordInput
        size="md"
        autoFocus
        label={t('account.newPassword')}
        autoComplete="new-password"
        description={t('account.passwordRule', { n: SHORTEST })}
        error={isShort ? t('account.passwordShort', { n: SHORTEST }) : save.error && problemText(i18n, save.error)}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <div className="sign-acts">
        <Button type="submit" size="md" disabled={!isReady} loading={save.isPending}>
          {t('first.save')}
        </Button>
        <Button size="md" variant="default" onClick={onDone}>
          {t(hasPassword ? 'first.keep' : 'first.later')}
        </Button>
      </div>
      {!hasPassword && <p className="caption">{t('first.laterWarn')}</p>}
    </form>
  );
}
