/** The second half of a sign-in: the session is there and opens nothing until its code, or its key, has come. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { createApi } from '#client/create-api';
import { apiBase, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CodeField, useCode } from './code-field.tsx';
import { keyTrouble, signByKey } from './keys.ts';

type Half = Schemas['SessionAnswer'];

interface Props {
  half: Half;
  /** Why it is asked. */
  text: string;
  onWhole: (answer: Half) => void;
  onBack: () => void;
}

/** Its token is this page's only: neither other tabs nor a reload take it over. @param code undefined: by a key */
async function prove(half: Half, code?: string): Promise<Half> {
  const api = createApi({
    baseUrl: new URL(apiBase, location.origin).href,
    token: () => half.token,
    onSignedOut: () => {},
  });
  const shown = code === undefined ? { passkey: await signByKey(api) } : { code };
  const { data, error } = await api.POST('/session/code', { body: shown });
  if (!data) throw error;
  return { ...half, ...data };
}

function useIsOver(expiresAt: string): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Date.parse(expiresAt) - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return isOver;
}

export function CodeStep({ half, text, onWhole, onBack }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { ways = ['code'] } = half;
  const entry = useCode(ways[0]);
  const isOver = useIsOver(half.expiresAt);
  const attempt = useMutation({
    mutationFn: (code?: string) => prove(half, code),
    onSuccess: onWhole,
    onError: entry.again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate(entry.mode === 'passkey' ? undefined : entry.code);
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('factor.ask')}</h1>
      {isOver ? (
        <p className="sign-in-wrong" role="alert">
          {t('factor.over')}
        </p>
      ) : (
        <>
          <p className="muted">{text}</p>
          <CodeField
            entry={entry}
            ways={ways}
            onFull={(code) => attempt.mutate(code)}
            onKey={() => attempt.mutate(undefined)}
            wrong={attempt.error ? keyTrouble(i18n, attempt.error) : undefined}
          />
          <Button type="submit" size="md" loading={attempt.isPending} disabled={!entry.isReady}>
            {t(entry.mode === 'passkey' ? 'factor.useKey' : 'factor.goOn')}
          </Button>
        </>
      )}
      <button type="button" className="link" onClick={onBack}>
        {t('signIn.back')}
      </button>
    </form>
  );
}
