/** An officer's one-time invite: it says for whom it is before it is used, so that a link preview burns nothing. */
import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { api, client, isProblem, queryClient, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { session } from '../../api/session.ts';
import { Emblem } from '../../frame/emblem.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/states.tsx';
import './sign-in.css';
import { consolePosts } from '../../api/me.tsx';
import { CodeStep } from '../second-factor/code-step.tsx';
import { FIRST_PASSWORD } from '../../frame/first-password-address.ts';
import { deviceName } from '../second-factor/device-name.ts';
import { startToday } from './start-today.ts';

function leave(): void {
  location.hash = '#/';
}

type Entered = Schemas['SessionAnswer'];

function useAccept(code: string, onEntered: (answer: Entered) => void) {
  return useMutation({
    mutationFn: async () => {
      const { data, error } = await client.POST('/invites/{code}/accept', {
        params: { path: { code } },
        body: { device: deviceName() },
      });
      if (!data) throw error;
      return data;
    },
    onSuccess: onEntered,
  });
}

interface QuestionProps {
  code: string;
  invite: Schemas['InvitePreview'];
  onEntered: (answer: Entered) => void;
}

function Question({ code, invite, onEntered }: QuestionProps) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const [privateDevice, setPrivateDevice] = useState(false);
  const [half, setHalf] = useState<Entered | null>(null);
  const enter = (answer: Entered) => {
    queryClient.clear();
    queryClient.setQueryData(['get', '/me', {}], answer.me);
    startToday();
    session.start({ token: answer.token }, privateDevice);
    onEntered(answer);
  };
  const accept = useAccept(code, (answer) => (answer.awaits ? setHalf(answer) : enter(answer)));
  const reject = useMutation({
    mutationFn: () => client.POST('/invites/{code}/reject', { params: { path: { code } } }),
    onSuccess: leave,
  });
  if (half) return <CodeStep half={half} text={t('factor.askInvite')} onWhole={enter} onBack={leave} />;
  return (
    <>
      <p className="muted">{invite.issuer}</p>
      <h1>{t('inviteIn.question', { name: invite.fullName })}</h1>
      <p>{[invite.roleTitle, invite.teamName, invite.unitName].filter(Boolean).join(' · ')}</p>
      <Checkbox
        label={t('signIn.privateDevice')}
        checked={privateDevice}
        onChange={(event) => setPrivateDevice(event.currentTarget.checked)}
      />
      {accept.error && <Wrong text={problemText(i18n, accept.error)} />}
      <div className="sign-acts">
        <Button size="md" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('inviteIn.yes')}
        </Button>
        <Button size="md" variant="default" loading={reject.isPending} onClick={() => reject.mutate()}>
          {t('inviteIn.no')}
        </Button>
      </div>
      <p className="caption">{t('invite.expires', { at: formatMoment(invite.expiresAt, Date.now(), lang) })}</p>
    </>
  );
}

function Wrong({ text }: { text: string }) {
  return (
    <p className="sign-in-wrong" role="alert">
      <Icon name="alert-circle" /> {text}
    </p>
  );
}

export function InvitePage({ code }: { code: string }) {
  const i18n = useI18n();
  const { t, has } = i18n;
  const [isEntered, setEntered] = useState(false);
  const query = api.useQuery(
    'get',
    '/invites/{code}',
    { params: { path: { code } } },
    { retry: false, enabled: !isEntered },
  );
  // The address of the invite is behind from here on: loaded anew it would say that the invite was used.
  const enter = (answer: Entered) => {
    setEntered(true);
    if (consolePosts(answer.me).length > 0) location.replace(FIRST_PASSWORD);
    else leave();
  };
  const over = isProblem(query.error) ? `inviteIn.${query.error.code}` : '';
  return (
    <main className="choose-post">
      <Emblem size={52} />
      {query.data && <Question code={code} invite={query.data} onEntered={enter} />}
      {query.isPending && <Loading rows={3} />}
      {query.error && (
        <>
          <h1>{t('inviteIn.over')}</h1>
          <Wrong text={has(over) ? t(over) : problemText(i18n, query.error)} />
          <Button variant="default" onClick={leave}>
            {t('signIn.title')}
          </Button>
        </>
      )}
    </main>
  );
}
