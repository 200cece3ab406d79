/** First sign-in: the commune speaks first, then my name. Nothing is used up before "Đúng, là tôi". */
import { useEffect, useState } from 'preact/hooks';
import { ApiError, type InvitePreview, take } from '#client';
import { formatDate } from '#i18n/dates';
import { api } from '../../model/api.ts';
import { deviceName, hostName } from '../../model/device/device.ts';
import { entering } from '../../model/sign-in/entering.ts';
import { hosted } from '../../model/device/host.ts';
import { errorText } from '../../model/refusals.ts';
import { read } from '../../model/local.ts';
import type { LeftBehind } from '../../model/queue/kept-commands.ts';
import { signIn } from '../../model/sign-in/sign-in.ts';
import { failureCode } from '../../model/tasks.ts';
import { lang, t } from '../../model/words/words.ts';
import { goInstead } from '../../router.ts';
import { Screen } from '../../ui/chrome.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { ConfirmFoot, ConfirmPerson, InviteHeader } from './confirm.tsx';

type Step =
  | { is: 'loading' }
  | { is: 'asking'; invite: InvitePreview }
  | { is: 'used' }
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
      (error: unknown) => setStep(outcome(error)),
    );
  };
  useEffect(load, [code]);
  switch (step.is) {
    case 'asking':
      return <Asking code={code} invite={step.invite} onStep={setStep} />;
    case 'used':
      return (
        <Screen bar={<InviteHeader />}>
          <EmptyState hall title={t('invite.expired')} text={t('invite.expired.text')} />
        </Screen>
      );
    case 'refused':
      return (
        <Screen bar={<InviteHeader />}>
          <EmptyState hall title={t('enter.failed')} text={errorText(step.error) ?? t('invite.failed')} />
        </Screen>
      );
    case 'thanks':
      return (
        <Screen bar={<InviteHeader />}>
          <EmptyState title={t('invite.thanks')} text={t('invite.thanks.text')} />
        </Screen>
      );
    case 'failed':
      return (
        <Screen bar={<InviteHeader />}>
          <ErrorState title={t('sync.failed')} text={t('invite.failed')} code={step.code} onRetry={load} />
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
  return final ? { is: 'used' } : { is: 'failed', code: failureCode(error) };
}

/** In Zalo and Telegram the account that was proven there is tied to the invited person in the same step. */
function Asking({ code, invite, onStep }: { code: string; invite: InvitePreview; onStep: (step: Step) => void }) {
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
      onStep(outcome(error));
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
