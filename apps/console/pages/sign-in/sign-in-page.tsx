import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, Suspense, useState } from 'react';
import { client, isProblem, queryClient, type Schemas } from '../../api/client.ts';
import { session } from '../../api/session.ts';
import { Emblem } from '../../frame/emblem.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { problemText } from '../../api/problem-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { deviceKeys, keepDeviceKey } from './device-keys.ts';
import { deviceName } from '../second-factor/device-name.ts';
import { HillsAndTeams } from './hills.tsx';
import { useAgency } from './use-agency.ts';
import './sign-in.css';
import { startToday } from './start-today.ts';

const SecondStep = later(() => import('./second-step.tsx'), 'SecondStep', ['agency', 'secondFactor']);
const Forgot = later(() => import('./forgot.tsx'), 'Forgot', ['account']);

interface Credentials {
  login: string;
  password: string;
  privateDevice: boolean;
}

async function signIn(credentials: Credentials) {
  const body = { ...credentials, device: deviceName(), deviceKeys: deviceKeys() };
  const { data, error } = await client.POST('/session/password', { body });
  if (!data) throw error;
  keepDeviceKey(data.deviceKey);
  return data;
}

/** The same words for a wrong account and a wrong password. */
function useWrong(error: unknown): string | null {
  const i18n = useI18n();
  if (!error) return null;
  const refused = isProblem(error) && error.status < 500 && error.status !== 429;
  return refused ? i18n.t('signIn.wrong') : problemText(i18n, error);
}

interface FieldsProps {
  form: Credentials;
  setForm: (form: Credentials) => void;
}

function Fields({ form, setForm }: FieldsProps) {
  const { t } = useI18n();
  const shared = { size: 'md', required: true, withAsterisk: false } as const;
  return (
    <>
      <TextField
        {...shared}
        label={t('signIn.login')}
        name="login"
        autoComplete="username"
        autoFocus
        value={form.login}
        onChange={(login) => setForm({ ...form, login })}
      />
      <PasswordInput
        {...shared}
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        value={form.password}
        onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
    </>
  );
}

type Answer = Schemas['SessionAnswer'];

/** Whoever was let in, by password or by the agency, as far as the second factor, which may be asked still. */
function useEntered(privateDevice: boolean) {
  const [half, setHalf] = useState<{ answer: Answer; byAgency: boolean } | null>(null);
  const whole = (answer: Answer) => {
    queryClient.setQueryData(['get', '/me', {}], answer.me);
    startToday();
    session.start({ token: answer.token }, privateDevice);
  };
  const enter = (answer: Answer, byAgency: boolean) => (answer.awaits ? setHalf({ answer, byAgency }) : whole(answer));
  return { half, whole, enter, back: () => setHalf(null) };
}

function Wrong({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <p className="sign-in-wrong" role="alert">
      <Icon name="alert-circle" /> {text}
    </p>
  );
}

function SignInForm() {
  const { t } = useI18n();
  const [form, setForm] = useState<Credentials>({ login: '', password: '', privateDevice: false });
  const [isLost, setLost] = useState(false);
  const { half, whole, enter, back } = useEntered(form.privateDevice);
  const attempt = useMutation({ mutationFn: signIn, onSuccess: (answer) => enter(answer, false) });
  const agency = useAgency((answer) => enter(answer, true));
  const wrong = useWrong(attempt.error) ?? agency.wrong;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate(form);
  };
  if (half) return <SecondStep {...half} login={form.login} onWhole={whole} onBack={back} />;
  if (isLost) return <Forgot login={form.login} onBack={() => setLost(false)} />;
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('signIn.title')}</h1>
      <p className="muted">{t('signIn.for')}</p>
      <Fields form={form} setForm={setForm} />
      <Wrong text={wrong} />
      <Checkbox
        label={t('signIn.privateDevice')}
        checked={form.privateDevice}
        onChange={(event) => setForm({ ...form, privateDevice: event.currentTarget.checked })}
      />
      <Button type="submit" size="md" loading={attempt.isPending}>
        {t('signIn.continue')}
      </Button>
      {agency.isOffered && (
        <Button variant="default" size="md" loading={agency.busy} onClick={agency.go}>
          {t('agency.signIn')}
        </Button>
      )}
      <button type="button" className="link" onClick={() => setLost(true)}>
        {t('signIn.forgot')}
      </button>
      <p className="sign-in-promise chip-new">
        <Icon name="shield-check" /> {t('signIn.promise')}
      </p>
    </form>
  );
}

export function SignInPage() {
  const { t, lang, setLang } = useI18n();
  return (
    <div className="sign-in">
      <div className="strip" />
      <aside className="sign-in-side">
        <div className="sign-in-brand">
          <Emblem size={52} />
          <div>
            <strong>Tổ Số</strong>
            <span>{t('signIn.network')}</span>
          </div>
        </div>
        <p className="sign-in-motto">{t('signIn.motto')}</p>
        <p className="sign-in-about">{t('signIn.about')}</p>
        <HillsAndTeams />
      </aside>
      <main className="sign-in-main">
        <Suspense fallback={<Loading rows={3} />}>
          <SignInForm />
        </Suspense>
      </main>
      <footer className="sign-in-foot">
        <span>{t('signIn.members')}</span>
        <span className="sign-in-lang">
          <Icon name="language" />
          <button type="button" className="link" aria-pressed={lang === 'vi'} onClick={() => setLang('vi')} lang="vi">
            Tiếng Việt
          </button>
          <span aria-hidden="true">·</span>
          <button type="button" className="link" aria-pressed={lang === 'en'} onClick={() => setLang('en')} lang="en">
            English
          </button>
        </span>
      </footer>
    </div>
  );
}
