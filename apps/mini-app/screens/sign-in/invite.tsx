/** First sign-in: the commune speaks first, then my name. Nothing is used up before "Đúng, là tôi". */
import { useEffect, useState } from 'preact/hooks';
import { ApiError, type InvitePreview, take } from '#client';
import { formatDate } from '#i18n/dates';
import { api } from '../../model/api.ts';
import { deviceName, hostName } from '../../model/device/device.ts';
import { entering } from '../../model/sign-in/entering.ts';
import { hosted } from '../../model/device/host.ts';
import { read } from '../../model/local.ts';
import type { LeftBehind } from '../../model/queue/kept-commands.ts';
import { session } from '../../model/sign-in/session.ts';
import { signIn } from '../../model/sign-in/sign-in.ts';
import { failureCode } from '../../model/tasks.ts';
import { moreReady } from '../../model/words/door-words.ts';
import { lang, t } from '../../model/words/words.ts';
import { goInstead } from '../../router.ts';
import { Screen } from '../../ui/chrome.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { ConfirmFoot, ConfirmPerson, InviteHeader } from './confirm.tsx';

type Step =
  | { is: 'loading' }
  | { is: 'asking'; invite: InvitePreview }
  /** Used, run out, replaced, sent to somebody else, or never made. */
  | { is: 'over'; error: ApiError }
  /** The invite is good, the host's account is not. */
  | { is: 'refused'; error: ApiError }
  | { is: 'thanks' }
  | { is: 'failed'; code: string };

export function InviteScreen({ code }: { code: string }) {
  const [step, setStep] = useState<Step>({ is: 'loading' });
  const load = () => {
    setStep({ is: 'loading' });
    take(api.GET('/invites/{code}', { params: { path: { code } } })).then(
      (invite) => setStep({ is: 'asking', invite }),
      (error: unknown) => {
        const next = outcome(error);
        // Whoever is in already has no use for it: the same link in the same message is opened every day.
        if (next.is === 'over' && session.value) goInstead();
        else setStep(next);
      },
    );
  };
  useEffect(load, [code]);
  switch (step.is) {
    case 'asking':
      return <Asking code={code} invite={step.invite} onStep={setStep} onOver={load} />;
    case 'over':
      return <Over error={step.error} />;
    case 'refused':
      return <Refused error={step.error} />;
    case 'thanks':
      return (
        <Screen bar={<InviteHeader />}>
          <EmptyState title={t('invite.thanks')} text={t('invite.thanks.text')} />
        </Screen>
      );
    case 'failed':
      return (
        <Screen bar={<InviteHeader />}>
          <ErrorState title={t('sync.failed')} text={t('invite.failed')} code={step.code} onRetry={load}>
            {session.value && (
              <Button kind="outline" wide onClick={() => goInstead()}>
                {t('invite.home')}
              </Button>
            )}
          </ErrorState>
        </Screen>
      );
    default:
      return (
        <Screen bar={<InviteHeader />}>
          <SkeletonRows count={3} />
        </Screen>
      );
  }
}

function outcome(error: unknown): Step {
  if (error instanceof ApiError && /^(link|account)\./.test(error.code)) return { is: 'refused', error };
  const final = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  return final ? { is: 'over', error } : { is: 'failed', code: failureCode(error) };
}

const OVER = ['used', 'expired', 'replaced', 'rejected'] as const;

/** In true words why this one opens nothing, and what does: another code, and a call to whoever makes them. */
function Over({ error }: { error: ApiError }) {
  const why = OVER.find((one) => error.code === `invite.${one}`) ?? 'notFound';
  const { office, phone } = (error.details[0]?.params ?? {}) as { office?: string; phone?: string };
  const [ways, setWays] = useState<typeof import('./enter-code.tsx')>();
  useEffect(
    () =>
      void Promise.all([import('./enter-code.tsx'), moreReady()]).then(
        ([file]) => setWays(file),
        () => {},
      ),
    [],
  );
  return (
    <Screen bar={<InviteHeader />}>
      <EmptyState hall title={t(`invite.over.${why}`)} text={t(`invite.over.${why}.text`)}>
        {ways && (
          <>
            <ways.CallHelper known={phone ? { name: office ?? '', phone } : undefined} />
            <ways.EnterCode />
          </>
        )}
      </EmptyState>
    </Screen>
  );
}

/** The invite is good, the account of the app that it was opened in is not: in the server's words. */
function Refused({ error }: { error: ApiError }) {
  const [why, setWhy] = useState<string>();
  useEffect(
    () => void import('../../model/refusals.ts').then((file) => file.reasonOf(error)).then(setWhy, () => {}),
    [],
  );
  return (
    <Screen bar={<InviteHeader />}>
      <EmptyState hall title={t('enter.failed')} text={why ?? t('invite.failed')} />
    </Screen>
  );
}

/** In Zalo and Telegram the account that was proven there is tied to the invited person in the same step. */
interface AskingProps {
  code: string;
  invite: InvitePreview;
  onStep: (step: Step) => void;
  /** Somebody was faster with the same invite. */
  onOver: () => void;
}
function Asking({ code, invite, onStep, onOver }: AskingProps) {
  const [busy, setBusy] = useState(false);
  const yes = async () => {
    setBusy(true);
    const proven = entering.value;
    const body = { device: deviceName(), ...(proven.is === 'link' && { ticket: proven.ticket }) };
    try {
      const answer = await take(api.POST('/invites/{code}/accept', { params: { path: { code } }, body }));
      goInstead();
      signIn(answer.token, answer.me);
    } catch (error) {
      const next = outcome(error);
      if (next.is === 'over') onOver();
      else onStep(next);
    }
  };
  const no = () => {
    void api.POST('/invites/{code}/reject', { params: { path: { code } } }).catch(() => {});
    onStep({ is: 'thanks' });
  };
  const rows: [string, string][] = [
    ...(invite.phoneMasked ? [[t('invite.phone'), invite.phoneMasked] as [string, string]] : []),
    ...(invite.decision
      ? [
          [
            t('invite.decision'),
            `${invite.decision.number}, ${formatDate(invite.decision.signedOn, lang.value, { withYear: true })}`,
          ] as [string, string],
        ]
      : []),
    [t('invite.by'), hosted ? t('invite.by.host', { app: hostName() }) : t('invite.by.browser')],
  ];
  return (
    <Screen
      class="invite"
      bar={<InviteHeader invite={invite} />}
      foot={<ConfirmFoot busy={busy} onYes={() => void yes()} onNo={no} />}
    >
      <OfAnother name={invite.fullName} />
      <ConfirmPerson
        fullName={invite.fullName}
        roleTitle={invite.roleTitle}
        nameFrom={invite.decision ? t('invite.nameFrom') : undefined}
        rows={rows}
      />
    </Screen>
  );
}

/** What waits on this phone is somebody else's: signing in does not send it. */
function OfAnother({ name }: { name: string }) {
  const left = read<Partial<LeftBehind>>('unsent');
  if (!left?.name || !left.n || left.name === name) return null;
  return (
    <p class="reason-box" role="alert">
      {t('out.another', { n: left.n, name: left.name })}
    </p>
  );
}
