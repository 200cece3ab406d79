import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip, Notice, PageHeader } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DecisionModal } from './decision-modal.tsx';
import { DissolveModal } from './dissolve-modal.tsx';
import { HistoryCard } from './history-card.tsx';
import { MembersCard } from './members-card.tsx';
import { ReplaceModal } from './replace-modal.tsx';
import { RulesCard, SupportCard } from './side-cards.tsx';
import type { Team } from './team.ts';
import './team.css';

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

function HeaderActs({ team, canManage, onReplace, onDissolve }: HeaderProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  return (
    <>
      {canManage && team.members.length > 0 && (
        <Button variant="default" leftSection={<Icon name="user-plus" />} onClick={onReplace}>
          {t('team.replace')}
        </Button>
      )}
      {canManage && (
        <Button variant="default" leftSection={<Icon name="ban" />} onClick={onDissolve}>
          {t('dissolve.act')}
        </Button>
      )}
      <Button variant="default" leftSection={<Icon name="printer" />} onClick={() => window.print()}>
        {t('act.printList')}
      </Button>
      {may('assignment.issue') && team.status === 'active' && (
        <Button
          leftSection={<Icon name="send" />}
          onClick={() => void navigate({ to: '/assignments/new', search: { teams: team.id } })}
        >
          {t('nav.assign')}
        </Button>
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
      crumbs={[
        { label: team.commune.name },
        { label: t('nav.teams'), to: '/teams', search: { unit: team.commune.id } },
        { label: team.hamlet.name },
      ]}
      title={team.name.startsWith('Tổ ') ? team.name : t('team.title', { name: team.name })}
      sub={
        <>
          <TeamStatusChips team={team} />
          <span>{facts.join(' · ')}</span>
        </>
      }
      actions={<HeaderActs team={team} canManage={canManage} onReplace={onReplace} onDissolve={onDissolve} />}
    />
  );
}

function TeamView({ team, at }: { team: Team; at?: string }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [modal, setModal] = useState<'decision' | 'replace' | 'dissolve' | null>(null);
  const canManage = may('team.manage') && !at && team.status !== 'dissolved';
  return (
    <>
      <Header
        team={team}
        canManage={canManage}
        onReplace={() => setModal('replace')}
        onDissolve={() => setModal('dissolve')}
      />
      {team.status === 'draft' && (
        <Notice
          tone="doing"
          icon="pencil"
          action={
            canManage && (
              <button type="button" className="strong-link" onClick={() => setModal('decision')}>
                {t('team.attachSigned')}
              </button>
            )
          }
        >
          <strong>{t('team.draftTitle')}</strong> {t('team.draftText')}
        </Notice>
      )}
      <div className="split team-split">
        <div>
          <MembersCard team={team} at={at} canManage={canManage} />
          <HistoryCard team={team} />
        </div>
        <div>
          <DecisionCard
            team={team}
            canCorrect={may('team.manage') && !at}
            onAttach={canManage ? () => setModal('decision') : undefined}
          />
          <RulesCard team={team} />
          <SupportCard team={team} canManage={canManage} />
        </div>
      </div>
      {modal === 'decision' && <DecisionModal team={team} onClose={() => setModal(null)} />}
      {modal === 'dissolve' && <DissolveModal team={team} onClose={() => setModal(null)} />}
      {modal === 'replace' && <ReplaceModal team={team} onClose={() => setModal(null)} />}
    </>
  );
}

export function TeamPage() {
  const { teamId } = route.useParams();
  const { at } = route.useSearch();
  const query = api.useQuery('get', '/teams/{teamId}', { params: { path: { teamId }, query: at ? { at } : {} } });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(team) => <TeamView team={team} at={at} />}
      </Loaded>
    </div>
  );
}
