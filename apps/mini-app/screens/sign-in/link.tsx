/** An account that nobody of ours is tied to yet: by its phone number, by the officer's code, or by waiting for an officer. */
import { useState } from 'preact/hooks';
import { inviteCodeIn } from '#host/invite-code';
import { ApiError, type PhoneMatch, take } from '#client';
import { api } from '../../model/api.ts';
import { deviceName, hostName } from '../../model/device/device.ts';
import { accessTokenOfZalo, enter, enterAs, nowWaiting, ticketIsOver } from '../../model/sign-in/enter.ts';
import { type LinkTicket, entering } from '../../model/sign-in/entering.ts';
import { host, launch } from '../../model/device/host.ts';
import { errorText } from '../../model/refusals.ts';
import { failureCode } from '../../model/tasks.ts';
import { t } from '../../model/words/words.ts';
import { goInstead } from '../../router.ts';
import { Screen, useScreenTitle } from '../../ui/chrome.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Button, Disc } from '../../ui/parts.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ConfirmFoot, ConfirmPerson, InviteHeader, RightsLine } from './confirm.tsx';

type Person = NonNullable<PhoneMatch['person']>;

export function LinkScreen() {
  const state = entering.value;
  switch (state.is) {
    case 'link':
      return state.waiting ? <WaitingForOfficer /> : <Linking ticket={state} />;
    case 'failed':
      return (
        <Screen bar={<InviteHeader />}>
          <ErrorState
            title={t('enter.failed')}
            text={t('enter.failed.text')}
            code={state.code}
            onRetry={() => void enter(true)}
          />
        </Screen>
      );
    case 'refused':
      return (
        <Closed title={t('enter.failed')} text={errorText(state.error) ?? t('refusal.other')}>
          <Button wide onClick={() => void enter(true)}>
            {t('act.retry')}
          </Button>
        </Closed>
      );
    case 'left':
      return (
        <Closed title={t('enter.left')} text={t('enter.left.text')}>
          <Button wide onClick={() => void enter(true)}>
            {t('enter.again', { app: hostName() })}
          </Button>
        </Closed>
      );
    default:
      return (
        <Closed title={t('enter.stale', { app: hostName() })} text={t('enter.stale.text', { app: hostName() })}>
          <Button wide onClick={() => void host().then((shown) => shown.closeApp())}>
            {t('act.close')}
          </Button>
        </Closed>
      );
  }
}

function Closed({ title, text, children }: { title: string; text: string; children: preact.ComponentChildren }) {
  useScreenTitle(t('app.name'));
  return (
    <Screen bar={<InviteHeader />}>
      <EmptyState hall title={title} text={text}>
        {children}
      </EmptyState>
    </Screen>
  );
}

function Linking({ ticket }: { ticket: LinkTicket }) {
  const [person, setPerson] = useState<Person>();
  return person ? (
    <Matched ticket={ticket} person={person} />
  ) : (
    <Ways ticket={ticket} onMatch={(match) => (match.person ? setPerson(match.person) : nowWaiting())} />
  );
}

/** What stands in the way: a key of the words, or the server's reason. */
type Trouble = 'refused' | 'unsupported' | 'badCode' | { text: string };

function troubleOf(error: unknown): Trouble {
  const code = failureCode(error);
  return { text: errorText(error) ?? `${t('enter.failed.text')} ${t('error.tellCode.before')} ${code}.` };
}

/** Two answers end the screen: the ticket is over, or an officer has been asked. */
function endsHere(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === 'link.ticketOver') void ticketIsOver();
  else if (error.code === 'link.waiting') nowWaiting();
  else return false;
  return true;
}

function usePhone(ticket: LinkTicket, onMatch: (match: PhoneMatch) => void) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const ask = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const found = await provePhone(ticket);
      if (typeof found === 'string') setTrouble(found);
      else onMatch(found);
    } catch (error) {
      if (!endsHere(error)) setTrouble(troubleOf(error));
    }
    setBusy(false);
  };
  return { busy, trouble, setTrouble, ask };
}

function Ways({ ticket, onMatch }: { ticket: LinkTicket; onMatch: (match: PhoneMatch) => void }) {
  const { busy, trouble, setTrouble, ask } = usePhone(ticket, onMatch);
  const app = hostName();
  const title = useScreenTitle(t('link.title'));
  return (
    <Screen
      class="invite"
      bar={<InviteHeader />}
      foot={
        <footer class="action-bar stacked">
          <Button wide icon="phone" busy={busy} onClick={() => void ask()}>
            {t('link.phone', { app })}
          </Button>
          <ScanButton onTrouble={setTrouble} />
        </footer>
      }
    >
      <h1 ref={title} class="screen-title" tabIndex={-1}>
        {t('link.title')}
      </h1>
      <p class="muted lead-line">{t('link.lead', { app })}</p>
      <TroubleBox trouble={trouble} app={app} />
      <Lines
        lines={[
          { icon: 'phone', title: t('link.way.phone'), text: t('link.way.phone.text', { app }) },
          { icon: 'camera', title: t('link.way.scan'), text: t('link.way.scan.text') },
          { icon: 'mail', title: t('link.way.invite'), text: t('link.way.invite.text') },
        ]}
      />
      <p class="safety">
        <Icon name="shield" />
        <span>
          <b>{t('invite.safe')}</b> {t('invite.safe.text')}
        </span>
      </p>
      <RightsLine />
    </Screen>
  );
}

function Lines({ lines }: { lines: { icon: IconName; title: string; text: string }[] }) {
  return (
    <div class="card rows">
      {lines.map(({ icon, title, text }) => (
        <div class="row still top" key={title}>
          <Disc icon={icon} />
          <p class="grow">
            <b>{title}</b>
            <span class="muted">{text}</span>
          </p>
        </div>
      ))}
    </div>
  );
}

function TroubleBox({ trouble, app }: { trouble: Trouble | undefined; app: string }) {
  return (
    <div role="alert">
      {trouble && (
        <p class="reason-box">{typeof trouble === 'string' ? t(`link.${trouble}`, { app }) : trouble.text}</p>
      )}
    </div>
  );
}

/** What the number says; a word when the host did not give it. @throws ApiError */
async function provePhone(ticket: LinkTicket): Promise<PhoneMatch | 'refused' | 'unsupported'> {
  const answer = await (await host()).requestPhone();
  if ('refused' in answer) return 'refused';
  if ('unsupported' in answer) return 'unsupported';
  const accessToken = launch.kind === 'zalo' ? await accessTokenOfZalo() : undefined;
  const body = { ticket: ticket.ticket, proof: answer.token, ...(accessToken && { accessToken }) };
  return take(api.POST('/session/link/phone', { body }));
}

/** The officer holds the code up, the person scans it: the strongest proof there is. */
function ScanButton({ onTrouble }: { onTrouble: (trouble: Trouble | undefined) => void }) {
  const scan = async () => {
    onTrouble(undefined);
    const answer = await (await host()).scanQr();
    if ('text' in answer) {
      const code = inviteCodeIn(answer.text);
      if (code) goInstead('moi', code);
      else onTrouble('badCode');
    } else if ('unsupported' in answer) onTrouble('unsupported');
  };
  return (
    <Button wide kind="outline" icon="camera" onClick={() => void scan()}>
      {t('link.scan')}
    </Button>
  );
}

function Matched({ ticket, person }: { ticket: LinkTicket; person: Person }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const yes = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      enterAs(await take(api.POST('/session/link/confirm', { body: { ticket: ticket.ticket, device: deviceName() } })));
    } catch (error) {
      setBusy(false);
      if (!endsHere(error)) setTrouble(troubleOf(error));
    }
  };
  const no = () => {
    void api.POST('/session/link/reject', { body: { ticket: ticket.ticket } }).catch(() => {});
    nowWaiting();
  };
  return (
    <Screen class="invite" bar={<InviteHeader />} foot={<ConfirmFoot busy={busy} onYes={() => void yes()} onNo={no} />}>
      <ConfirmPerson
        fullName={person.fullName}
        roleTitle={person.roleTitle}
        nameFrom={t('link.nameFrom')}
        rows={[
          ...(person.teamName ? [[t('link.team'), person.teamName] as [string, string]] : []),
          [t('link.unit'), person.unitName],
          [t('invite.by'), t('invite.by.host', { app: hostName() })],
        ]}
      />
      <TroubleBox trouble={trouble} app={hostName()} />
    </Screen>
  );
}

function WaitingForOfficer() {
  const [trouble, setTrouble] = useState<Trouble>();
  const app = hostName();
  const title = useScreenTitle(t('wait.title'));
  return (
    <Screen
      class="invite"
      bar={<InviteHeader />}
      foot={
        <footer class="action-bar stacked">
          <ScanButton onTrouble={setTrouble} />
          {launch.kind === 'zalo' && (
            <Button wide kind="text" onClick={() => void enter(true)}>
              {t('wait.check')}
            </Button>
          )}
        </footer>
      }
    >
      <h1 ref={title} class="screen-title" tabIndex={-1}>
        {t('wait.title')}
      </h1>
      <p class="muted lead-line">{t('wait.lead')}</p>
      <TroubleBox trouble={trouble} app={app} />
      <Lines
        lines={[
          { icon: 'people', title: t('wait.officer'), text: t('wait.officer.text') },
          { icon: 'check', title: t('wait.open'), text: t('wait.open.text', { app }) },
          { icon: 'phone', title: t('wait.hurry'), text: t('wait.hurry.text') },
        ]}
      />
    </Screen>
  );
}
