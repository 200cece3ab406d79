/** "Quên mật khẩu": tells those who may invite the officer. Nothing opens by itself, and nothing is said of who is known. */
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';

export function Forgot({ login: typed, onBack }: { login: string; onBack: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [login, setLogin] = useState(typed);
  const ask = useCommand({
    send: (_: void) => client.POST('/session/help', { body: { login } }),
    touches: [],
    failed: () => true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('signIn.forgotTitle')}</h1>
      {ask.isSuccess ? (
        <p role="status">
          <Icon name="circle-check" /> {t('signIn.forgotDone')}
        </p>
      ) : (
        <>
          <p className="muted">{t('signIn.forgotText')}</p>
          <TextField
            size="md"
            required
            withAsterisk={false}
            autoFocus
            label={t('signIn.login')}
            autoComplete="username"
            error={ask.error && problemText(i18n, ask.error)}
            value={login}
            onChange={setLogin}
          />
          <Button type="submit" size="md" loading={ask.isPending} disabled={login.trim().length < 3}>
            {t('signIn.forgotAct')}
          </Button>
        </>
      )}
      <button type="button" className="link" onClick={onBack}>
        {t('signIn.back')}
      </button>
    </form>
  );
}
