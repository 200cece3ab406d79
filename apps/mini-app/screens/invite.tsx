/** First sign-in: the commune speaks first, then my name. Nothing is used up before "Đúng, là tôi". */
import { useEffect, useState } from 'preact/hooks';
import { ApiError, type InvitePreview, take } from '#client';
import { formatDate } from '#i18n/dates';
import { api } from '../model/api.ts';
import { insideSentence, shortTeam, signIn } from '../model/session.ts';
import { failureCode } from '../model/tasks.ts';
import { lang, setLang, t } from '../model/words.ts';
import { goInstead } from '../router.ts';
import { startSignedIn } from '../start.ts';
import { Screen, useScreenTitle } from '../ui/chrome.tsx';
import { DrumMotif, UnitEmblem } from '../ui/drum.tsx';
import { Icon } from '../ui/icon.tsx';
import { Avatar, Button } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

type Step =
  | { is: 'loading' }
  | { is: 'asking'; invite: InvitePreview }
  | { is: 'used' }
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
  const final = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  return final ? { is: 'used' } : { is: 'failed', code: failureCode(error) };
}

function InviteHeader({ invite }: { invite?: InvitePreview }) {
  return (
    <header class="home-header invite-header">
      <DrumMotif />
      <div class="home-issuer">
        <UnitEmblem size={48} />
        <p>
          {invite ? (
            <>
              <span>{t('invite.from', { issuer: insideSentence(invite.issuer) })}</span>
              <b class="title">
                {invite.teamName ? t('home.team', { team: shortTeam(invite.teamName) }) : invite.unitName}
              </b>
            </>
          ) : (
            <b class="title">{t('app.name')}</b>
          )}
        </p>
      </div>
      <button
        type="button"
        class="lang-switch"
        lang={lang.value === 'vi' ? 'en' : 'vi'}
        onClick={() => void setLang(lang.value === 'vi' ? 'en' : 'vi')}
      >
        {lang.value === 'vi' ? 'English' : 'Tiếng Việt'}
      </button>
    </header>
  );
}

function Asking({ code, invite, onStep }: { code: string; invite: InvitePreview; onStep: (step: Step) => void }) {
  const [busy, setBusy] = useState(false);
  const [rights, setRights] = useState(false);
  const yes = async () => {
    setBusy(true);
    try {
      const answer = await take(
        api.POST('/invites/{code}/accept', { params: { path: { code } }, body: { device: deviceName() } }),
      );
      signIn(answer.token, answer.me);
      goInstead();
      await startSignedIn();
    } catch (error) {
      onStep(outcome(error));
    }
  };
  const no = () => {
    void api.POST('/invites/{code}/reject', { params: { path: { code } } }).catch(() => {});
    onStep({ is: 'thanks' });
  };
  return (
    <Screen
      class="invite"
      bar={<InviteHeader invite={invite} />}
      foot={
        <footer class="action-bar stacked">
          <Button wide icon="check" busy={busy} onClick={() => void yes()}>
            {t('invite.yes')}
          </Button>
          <Button wide kind="outline" disabled={busy} onClick={no}>
            {t('invite.no')}
          </Button>
          <p class="muted small centre">
            {t('invite.purpose')}{' '}
            <button type="button" class="link inline" onClick={() => setRights(true)}>
              {t('invite.rights')}
            </button>
          </p>
        </footer>
      }
    >
      <ConfirmCard invite={invite} />
      {rights && <RightsSheet onClose={() => setRights(false)} />}
    </Screen>
  );
}

function ConfirmCard({ invite }: { invite: InvitePreview }) {
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
    [t('invite.by'), t('invite.by.browser')],
  ];
  const title = useScreenTitle(t('invite.question'));
  return (
    <>
      <h1 ref={title} class="screen-title" tabIndex={-1}>
        {t('invite.question')}
      </h1>
      {invite.decision && <p class="muted lead-line">{t('invite.nameFrom')}</p>}
      <div class="card rows">
        <div class="row still">
          <Avatar name={invite.fullName} me />
          <p class="grow">
            <b class="title">{invite.fullName}</b>
            <span class="muted">{invite.roleTitle}</span>
          </p>
        </div>
        <dl class="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p class="safety">
        <Icon name="shield" />
        <span>
          <b>{t('invite.safe')}</b> {t('invite.safe.text')}
        </span>
      </p>
    </>
  );
}

function RightsSheet({ onClose }: { onClose: () => void }) {
  return (
    <BottomSheet
      title={t('invite.rights')}
      onClose={onClose}
      actions={
        <Button kind="outline" wide onClick={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      {(['purpose', 'basis', 'time', 'correct'] as const).map((one) => (
        <p key={one}>
          <b>{t(`rights.${one}`)}</b>
          <br />
          {t(`rights.${one}.text`)}
        </p>
      ))}
    </BottomSheet>
  );
}

/** Enough to recognise a device in the list of sessions, no more. */
function deviceName(): string {
  const agent = navigator.userAgent;
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone|iPad/.test(agent)
      ? 'iPhone'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac/.test(agent)
          ? 'Mac'
          : 'Linux';
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox/.test(agent)
      ? 'Firefox'
      : /Chrome/.test(agent)
        ? 'Chrome'
        : /Safari/.test(agent)
          ? 'Safari'
          : '';
  return [system, browser].filter(Boolean).join(', ');
}
