/** The leader brings the team in: whose phone scans which code, who has come in by name. */
import { useEffect, useState } from 'preact/hooks';
import { writeSlipCode } from '#contracts/access/slip-codes';
import { dateInVietnam } from '#i18n/dates';
import { type Invitations, type Slip, take } from '#client';
import { api } from '../model/api.ts';
import { host } from '../model/device/host.ts';
import { showToast } from '../model/device/speak.ts';
import { post, shortTeam } from '../model/sign-in/session.ts';
import { failureCode } from '../model/tasks.ts';
import { dayText, momentText, t } from '../model/words/words.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/parts.tsx';
import { AskSheet } from '../ui/sheet.tsx';
import { addStyles } from '../ui/add-styles.ts';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

/** Of this screen only. */
addStyles(`
.slips-head{display:flex;justify-content:space-between;gap:12px;align-items:baseline}
.slips-bar{height:6px;margin-top:8px;border-radius:3px;background:var(--inset);overflow:hidden}
.slips-bar i{display:block;height:100%;background:var(--primary)}
.slip-card{border:2px solid var(--primary)}
.slip-card p span{display:block}
.slip-code{margin:0;font-size:28px;font-weight:700;letter-spacing:.1em;text-align:center}
`);

type Found = Invitations;
type Member = Found['teams'][number]['members'][number];
/** While a code is shown somebody is scanning it. */
const LOOK_MS = 4_000;

function useInvitations(teamId: string | undefined, isWatched: boolean) {
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState<string>();
  const load = () => {
    if (!teamId) return;
    setFailed(undefined);
    take(api.GET('/teams/{teamId}/invitations', { params: { path: { teamId } } })).then(setFound, (error: unknown) =>
      setFailed(failureCode(error)),
    );
  };
  useEffect(load, [teamId]);
  useEffect(() => {
    if (!isWatched) return;
    const timer = setInterval(load, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWatched, teamId]);
  return { found, failed, load };
}

export function InviteTeamScreen() {
  const teamId = post.value?.team?.id;
  const [open, setOpen] = useState<string>();
  const { found, failed, load } = useInvitations(teamId, open !== undefined);
  return (
    <Screen bar={<AppBar title={t('slips.title')} back={['to']} />}>
      {found ? (
        <Team found={found} open={open} onOpen={setOpen} onChange={load} />
      ) : failed ? (
        <ErrorState title={t('slips.unloaded')} text={t('slips.unloaded.text')} code={failed} onRetry={load} />
      ) : (
        <SkeletonRows count={6} />
      )}
    </Screen>
  );
}

interface TeamProps {
  found: Found;
  open: string | undefined;
  onOpen: (personId: string | undefined) => void;
  onChange: () => void;
}

function Team({ found, open, onOpen, onChange }: TeamProps) {
  const [team] = found.teams;
  if (!team) return <EmptyState title={t('team.none')} />;
  const chosen = team.members.find(({ person }) => person.id === open);
  const rank: Record<Member['state'], number> = { none: 0, invited: 1, opened: 2 };
  const rows = team.members
    .filter((member) => member !== chosen)
    .sort((a, b) => Math.min(1, rank[a.state]) - Math.min(1, rank[b.state]) || rank[a.state] - rank[b.state]);
  return (
    <>
      <section class="head">
        <p class="slips-head">
          <b class="title">{t('home.team', { team: shortTeam(team.name) })}</b>
          <span class="muted">{t('slips.opened', { opened: found.opened, people: found.people })}</span>
        </p>
        <div class="slips-bar" aria-hidden="true">
          <i style={{ width: `${(100 * found.opened) / found.people}%` }} />
        </div>
      </section>
      {found.opened === found.people && <p class="card">{t('slips.all', { n: found.people })}</p>}
      {chosen && (
        <SlipCard key={chosen.person.id} member={chosen} onClose={() => onOpen(undefined)} onChange={onChange} />
      )}
      <div class="card rows">
        {rows.map((member) => (
          <MemberRow key={member.person.id} member={member} onOpen={onOpen} />
        ))}
      </div>
    </>
  );
}

function MemberRow({ member, onOpen }: { member: Member; onOpen: (personId: string) => void }) {
  const { person, state, at, onPaper } = member;
  const when = at ? momentText(at) : '';
  const line =
    state === 'opened'
      ? t('slips.opened.at', { at: when })
      : state === 'none'
        ? t('slips.none')
        : t(onPaper ? 'slips.paper.at' : 'slips.sent.at', { at: when });
  const inside = (
    <>
      <Avatar name={person.fullName} />
      <span class="grow">
        <b>{person.fullName}</b>
        <span class="muted">{line}</span>
      </span>
      <b class={state === 'opened' ? 'done-word' : 'wait-word'}>
        {t(state === 'opened' ? 'slips.is.opened' : 'slips.show')}
      </b>
    </>
  );
  if (state === 'opened') return <div class="row still">{inside}</div>;
  return (
    <button type="button" class="row" onClick={() => onOpen(person.id)}>
      {inside}
    </button>
  );
}

function useSlip(personId: string) {
  const [slip, setSlip] = useState<Slip>();
  const [failed, setFailed] = useState(false);
  const make = async (renew: boolean): Promise<boolean> => {
    setFailed(false);
    try {
      setSlip(await take(api.POST('/people/{personId}/slip', { params: { path: { personId } }, body: { renew } })));
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  useEffect(() => void make(false), [personId]);
  return { slip, failed, make };
}

/** While the paper is good the screen shows the same code; "Mất phiếu" ends both. */
function SlipCard({ member, onClose, onChange }: { member: Member; onClose: () => void; onChange: () => void }) {
  const { person, state } = member;
  const { slip, failed, make } = useSlip(person.id);
  const isOpened = state === 'opened';
  const renew = async () => {
    if (await make(true)) showToast(t('slips.renewed'));
    onChange();
  };
  return (
    <section class="card slip-card" aria-label={person.fullName}>
      <div class="slips-head">
        <p class="grow">
          <b class="title">{person.fullName}</b>
          <span class="muted" role="status">
            {t(isOpened ? 'slips.is.opened' : 'slips.waiting')}
          </span>
        </p>
        <Button kind="text" onClick={onClose}>
          {t('act.close')}
        </Button>
      </div>
      {isOpened && <p class="done-word">{t('slips.done', { name: person.fullName })}</p>}
      {!isOpened && slip && <Code slip={slip} name={person.fullName} onRenew={() => void renew()} />}
      {!isOpened && !slip && (
        <p class="muted" role="status">
          {t(failed ? 'slips.offline' : 'state.loading')}
        </p>
      )}
      {failed && !slip && (
        <Button kind="outline" wide onClick={() => void make(false)}>
          {t('act.retry')}
        </Button>
      )}
    </section>
  );
}

function Code({ slip, name, onRenew }: { slip: Slip; name: string; onRenew: () => void }) {
  const [asking, setAsking] = useState(false);
  const share = async () => {
    const text = t('team.invite.text', { name });
    if ((await (await host()).share({ text, url: slip.url })) === 'copied') showToast(t('act.copied'));
  };
  const renew = () => {
    setAsking(false);
    onRenew();
  };
  return (
    <>
      <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(slip.qrSvg)}`} alt={t('slips.qr', { name })} />
      <p class="centre">{t('slips.scan', { name })}</p>
      <p class="slip-code">{writeSlipCode(slip.slipCode)}</p>
      <p class="centre muted">{t('slips.until', { day: dayText(dateInVietnam(Date.parse(slip.expiresAt) - 1)) })}</p>
      <div class="two">
        <Button kind="outline" icon="send" onClick={() => void share()}>
          {t('slips.share')}
        </Button>
        <Button kind="outline" onClick={() => setAsking(true)}>
          {t('slips.lost')}
        </Button>
      </div>
      {asking && (
        <AskSheet
          title={t('slips.lost.ask', { name })}
          lead={t('slips.lost.what')}
          onClose={() => setAsking(false)}
          act={<Button onClick={renew}>{t('slips.lost.do')}</Button>}
        />
      )}
    </>
  );
}
