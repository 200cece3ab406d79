import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AttachModal } from './attach-modal.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DraftDecision } from './draft-decision.tsx';
import { DissolveModal } from './dissolve-modal.tsx';
import { FollowUpsCard } from './follow-ups/follow-ups-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { MembersCard } from './members-card.tsx';
import { ReplaceModal } from './replace-modal.tsx';
import { ReviveModal } from './revive-modal.tsx';
import { RulesCard, SupportCard } from './side-cards.tsx';
import { type TeamPaperAct, TeamNotices } from './team-notices.tsx';
import type { Team } from './team.ts';
import './team.css';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/teams/$teamId');

export function TeamStatusChips({ team }: { team: Pick<Team, 'status' | 'needsStrengthening'> }) {
  const { t } = useI18n();
  return (
    <>
      {team.status === 'active' && (
        <Chip tone="done" icon="circle-check">
          {t('status.active')}
        </Chip>
      )}
      {team.status === 'draft' && (
        <Chip tone="mute" icon="pencil">
          {t('status.draft')}
        </Chip>
      )}
      {team.status === 'dissolved' && (
        <Chip tone="mute" icon="ban">
          {t('status.dissolved')}
        </Chip>
      )}
      {team.status === 'active' && team.needsStrengthening && (
        <Chip tone="doing" icon="user-exclamation">
          {t('status.needsStrengthening')}
        </Chip>
      )}
    </>
  );
}

interface HeaderProps {
  team: Team;
  canManage: boolean;
  onReplace: () => void;
  onDissolve: () => void;
}

function Assign({ team }: { team: Team }) {
  const at = useAt();
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  if (!may('assignment.issue') || at || team.status !== 'active') return null;
  return (
    <Button
      leftSection={<Icon name="send" />}
      onClick={() => void navigate({ to: '/assignments/new', search: { teams: team.id } })}
    >
      {t('nav.assign')}
    </Button>
  );
}

function HeaderActs({ team, canManage, onReplace, onDissolve }: HeaderProps) {
  const { t } = useI18n();
  return (
    <>
      {canManage && team.members.length > 0 && (
        <HeaderAct icon="user-plus" onClick={onReplace}>
          {t('team.replace')}
        </HeaderAct>
      )}
      <HeaderAct icon="printer" onClick={() => window.print()}>
        {t('act.printList')}
      </HeaderAct>
      {canManage && team.status === 'active' && !team.ended && (
        <HeaderAct icon="ban" danger onClick={onDissolve}>
          {t('dissolve.act')}
        </HeaderAct>
      )}
    </>
  );
}

function Header({ team, canManage, onReplace, onDissolve }: HeaderProps) {
  const { t, n } = useI18n();
  const facts = [
    team.gaps.length === 0 ? t('team.complete') : t('team.lacking', { n: team.gaps.length }),
    t('team.people', { n: team.members.length }),
    team.households === null ? null : t('team.households', { n: n(team.households) }),
  ].filter(Boolean);
  return (
    <PageHeader
      parent={{ label: t('nav.teams'), to: '/teams', search: { unit: team.commune.id } }}
      title={team.name.startsWith('Tổ ') ? team.name : t('team.title', { name: team.name })}
      state={
        <>
          <TeamStatusChips team={team} />
          <span>{facts.join(' · ')}</span>
        </>
      }
      main={<Assign team={team} />}
      acts={<HeaderActs team={team} canManage={canManage} onReplace={onReplace} onDissolve={onDissolve} />}
    />
  );
}

function TeamView({ team, at }: { team: Team; at?: string }) {
  const { may } = useIdentity();
  const [modal, setModal] = useState<TeamPaperAct | 'replace' | 'dissolve' | null>(null);
  const canManage = may('team.manage') && !at && team.status !== 'dissolved';
  return (
    <>
      <Header
        team={team}
        canManage={canManage}
        onReplace={() => setModal('replace')}
        onDissolve={() => setModal('dissolve')}
      />
      <TeamNotices team={team} mayManage={may('team.manage') && !at} onAct={setModal} />
      <div className="split team-split">
        <div>
          <MembersCard team={team} at={at} canManage={canManage} />
          <HistoryCard team={team} />
        </div>
        <div>
          <DecisionCard
            team={team}
            canCorrect={may('team.manage') && !at}
            onAttach={canManage && team.status === 'draft' ? () => setModal('attach') : undefined}
          />
          <RulesCard team={team} />
          <SupportCard team={team} canManage={canManage} />
          {may('result.confirm') && !at && <FollowUpsCard teamId={team.id} />}
        </div>
      </div>
      {modal === 'draft' && <DraftDecision unitId={team.commune.id} team={team} onClose={() => setModal(null)} />}
      {modal === 'attach' && <AttachModal unitId={team.commune.id} teams={[team]} onClose={() => setModal(null)} />}
      {modal === 'revive' && team.ended && (
        <ReviveModal team={team} ended={team.ended} onClose={() => setModal(null)} />
      )}
      {modal === 'dissolve' && <DissolveModal team={team} onClose={() => setModal(null)} />}
      {modal === 'replace' && <ReplaceModal team={team} onClose={() => setModal(null)} />}
    </>
  );
}

export function TeamPage() {
  const { teamId } = route.useParams();
  const at = useAt();
  const query = api.useQuery('get', '/teams/{teamId}', { params: { path: { teamId }, query: at ? { at } : {} } });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(team) => <TeamView team={team} at={at} />}
      </Loaded>
    </div>
  );
}
