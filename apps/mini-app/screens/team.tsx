/** Whose team, by which decision, what is missing, who is in it, who supports it, its group. */
import { webLink } from '#contracts/links';
import { useEffect, useState } from 'preact/hooks';
import { type Gap, type TeamDetail, take } from '#client';
import { formatDate } from '#i18n/dates';
import { api } from '../model/api.ts';
import { busyText } from '../model/busy.ts';
import { skillsText } from '../model/skills.ts';
import { today } from '../model/clock.ts';
import { keptKeys } from '../model/keep-ahead.ts';
import { read, write } from '../model/local.ts';
import { may, post, shortTeam } from '../model/sign-in/session.ts';
import { failureCode } from '../model/tasks.ts';
import { lang, t } from '../model/words/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen, TabBar } from '../ui/chrome.tsx';
import { UnitEmblem } from '../ui/drum.tsx';
import { CallButton } from '../ui/fields.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button, GroupHeading } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';
import { TeamFollowUps } from './home/follow-ups.tsx';
import { DoubtSheet } from './doubt-number.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { PaperCard } from './paper-card.tsx';
import { copy } from '../model/device/copy.ts';

export function TeamScreen() {
  const teamId = post.value?.team?.id;
  const { team, failed, load } = useTeam(teamId);
  const quick = teamId && may('task.report', teamId);
  return (
    <Screen
      bar={<AppBar title={t('team.title')} />}
      foot={
        <footer class="foot">
          {quick && (
            <div class="quick-bar">
              <Button wide icon="send" href={href('bao-nhanh')}>
                {t('quick.title')}
              </Button>
            </div>
          )}
          <TabBar />
        </footer>
      }
    >
      {!teamId ? (
        <EmptyState title={t('team.none')} />
      ) : !team ? (
        failed ? (
          <ErrorState title={t('team.unloaded')} code={failed} onRetry={load} />
        ) : (
          <SkeletonRows count={6} />
        )
      ) : (
        <Team team={team} />
      )}
      <Ways team={Boolean(teamId)} />
    </Screen>
  );
}

function Ways({ team }: { team: boolean }) {
  const way = (to: string, icon: IconName, word: string) => (
    <a class="row" href={href(to)}>
      <Icon name={icon} />
      <b class="grow">{word}</b>
      <Icon name="next" />
    </a>
  );
  return (
    <div class="card rows space-above">
      {team && way('vuong-mac', 'chat', t('difficulties.title'))}
      {team && way('thang', 'bars', t('month.title'))}
      {team && way('the-cua-toi', 'shield', t('card.title'))}
      {team && way('ngay-cong', 'calendar', t('service.title'))}
      {way('cai-dat', 'gear', t('settings.title'))}
    </div>
  );
}

function useTeam(teamId: string | undefined) {
  const key = keptKeys.team(teamId ?? '');
  const [team, setTeam] = useState<TeamDetail | undefined>(() => read(key));
  const [failed, setFailed] = useState<string>();
  const load = () => {
    if (!teamId) return;
    setFailed(undefined);
    take(api.GET('/teams/{teamId}', { params: { path: { teamId } } })).then(
      (answer) => {
        setTeam(answer);
        write(key, answer);
      },
      (error: unknown) => setFailed(failureCode(error)),
    );
  };
  useEffect(load, [teamId]);
  return { team, failed, load };
}

function Team({ team }: { team: TeamDetail }) {
  return (
    <>
      <section class="head">
        <div class="issuer">
          <UnitEmblem size={44} />
          <p>
            <b class="title">{t('home.team', { team: shortTeam(team.name) })}</b>
            {team.decision && (
              <span class="muted">
                {t('team.decision', {
                  number: team.decision.number,
                  day: formatDate(team.decision.signedOn, lang.value, { withYear: true }),
                })}
              </span>
            )}
          </p>
        </div>
      </section>
      {may('invite.create', team.id) && <InviteCard team={team} />}
      {team.gaps.length > 0 && <LackCard gaps={team.gaps} teamId={team.id} />}
      <GroupHeading count={t('team.people', { n: team.members.length })}>{t('team.members')}</GroupHeading>
      <div class="card rows">
        {team.members.map((member) => (
          <MemberRow key={member.id} member={member} teamId={team.id} />
        ))}
      </div>
      {team.supporters.length > 0 && (
        <>
          <GroupHeading>{t('team.supporters')}</GroupHeading>
          <div class="card rows">
            {team.supporters.map((person) => (
              <div class="row still" key={person.id}>
                <Avatar name={person.fullName} />
                <p class="grow">
                  <b>{person.fullName}</b>
                  {person.position && <span class="muted">{person.position}</span>}
                </p>
                <CallButton person={person} />
              </div>
            ))}
          </div>
        </>
      )}
      <TeamFollowUps teamId={team.id} />
      <GroupNameCard team={team} />
    </>
  );
}

/** Until everybody has come in: who has not gets no work on the phone. */
function InviteCard({ team }: { team: TeamDetail }) {
  const left = team.members.filter(({ signedIn }) => !signedIn).length;
  if (left === 0) return null;
  return (
    <a class="card row" href={href('moi-to')}>
      <Icon name="send" />
      <b class="grow">{t('slips.row')}</b>
      <span class="wait-word">{t('slips.left', { n: left })}</span>
      <Icon name="next" />
    </a>
  );
}

/** Each missing condition in words; gone when complete, no praise. */
function LackCard({ gaps, teamId }: { gaps: Gap[]; teamId: string }) {
  return (
    <a class="card row lack" href={href('kho-khan', teamId, 'thieu')}>
      <Icon name="warn" />
      <p class="grow">
        <b>{t('team.lacks', { n: gaps.length })}</b>
        <span>
          {gaps.map(gapText).join(' ')} {t('team.lacks.do')}
        </span>
      </p>
      <Icon name="next" />
    </a>
  );
}

export function gapText(gap: Gap): string {
  if (gap.kind === 'min_members') return t('gap.people', { have: gap.have, need: gap.need });
  if (gap.kind === 'role_count' && gap.role)
    return t(gap.have > gap.need ? 'gap.roleTooMany' : 'gap.role', { role: t(`role.${gap.role}`) });
  return t('gap.affiliation', { affiliation: t(`affiliation.${gap.affiliation ?? 'other'}`) });
}

type Member = TeamDetail['members'][number];
function MemberRow({ member, teamId }: { member: Member; teamId: string }) {
  const line = [t(`role.${member.role}`), member.position].filter(Boolean).join(', ');
  return (
    <div class="row still">
      <Avatar name={member.person.fullName} me={member.me} />
      <p class="grow">
        <span>
          <b>{member.person.fullName}</b>
          {member.me && <span class="muted"> {t('team.me')}</span>}
        </span>
        <span class="muted">{line}</span>
        {member.skills && <span class="muted small">{skillsText(member.skills.list)}</span>}
        {member.busy && member.busy.until >= today() && <span class="wait-word">{busyText(member.busy)}</span>}
        {member.phoneState === 'bounced' && <span class="late-word">{t('team.numberBad')}</span>}
        {!member.me && may('invite.create', teamId) && <MemberActs member={member} />}
        {member.paperCardAskedAt && may('invite.create', teamId) && <PaperCard teamId={teamId} member={member} />}
      </p>
      {!member.me && member.phoneState !== 'missing' && <CallButton person={member.person} />}
    </div>
  );
}

/** Inviting stands in the list; what is rare and grave, such as a lost phone, one touch behind it. */
function MemberActs({ member: { person, signedIn, phoneState } }: { member: Member }) {
  const [open, setOpen] = useState<'invite' | 'doubt' | 'more'>();
  const close = () => setOpen(undefined);
  // A number that nobody has cannot be wrong, and one that is known to be dead need not be said twice.
  const mayDoubt = phoneState !== 'bounced' && phoneState !== 'missing';
  return (
    <>
      {!signedIn && (
        <button type="button" class="link" onClick={() => setOpen('invite')}>
          {t('team.invite')}
        </button>
      )}
      {(signedIn || mayDoubt) && (
        <button
          type="button"
          class="link"
          aria-label={`${t('team.more')}: ${person.fullName}`}
          onClick={() => setOpen('more')}
        >
          {t('team.more')}
        </button>
      )}
      {open === 'more' && (
        <BottomSheet title={t('team.more.of', { name: person.fullName })} onClose={close}>
          <div class="state-ways">
            {signedIn && (
              <Button kind="outline" wide onClick={() => setOpen('invite')}>
                {t('team.lost')}
              </Button>
            )}
            {mayDoubt && (
              <Button kind="outline" wide onClick={() => setOpen('doubt')}>
                {t('team.numberGone')}
              </Button>
            )}
          </div>
        </BottomSheet>
      )}
      {open === 'invite' && <InviteSheet person={person} lost={signedIn} onClose={close} />}
      {open === 'doubt' && <DoubtSheet person={person} onClose={close} />}
    </>
  );
}

function GroupNameCard({ team }: { team: TeamDetail }) {
  const { group } = team;
  const right = group.state === 'right';
  const mark = (
    <span class={`state-line ${right ? 'done-word' : 'wait-word'}`}>
      <Icon name={right ? 'checkCircle' : 'warn'} size={20} />
      <b>{t(right ? 'group.right' : group.state === 'none' ? 'group.none' : 'group.wrong')}</b>
    </span>
  );
  const name = right ? (group.name ?? group.proposed) : group.proposed;
  return (
    <>
      <GroupHeading aside={mark}>{t('group.title')}</GroupHeading>
      <div class="card">
        {group.state === 'wrong' && <p class="muted">{t('group.now', { name: group.name ?? '' })}</p>}
        <p class="title">
          <b>{name}</b>
        </p>
        <div class="two">
          <Button kind="outline" icon="copy" onClick={() => void copy(name)}>
            {t('group.copy')}
          </Button>
          {webLink(group.link) && (
            <Button
              kind="outline"
              icon="chat"
              onClick={() => void window.open(webLink(group.link), '_blank', 'noopener')}
            >
              {t('group.open')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
