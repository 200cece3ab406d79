import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Loaded } from '../../ui/states.tsx';
import { EmptyTeams } from './empty-teams.tsx';
import { NewTeamButton } from './new-team.tsx';
import { TeamsTable } from './teams-table.tsx';
import { WithoutTeam } from './without-team.tsx';
import './teams.css';

const route = getRouteApi('/teams');

interface HeaderProps {
  list?: Schemas['TeamList'];
  unitId: string;
}

/** The post's own unit, or a commune below it with the way back. */
function usePlace(unitId: string) {
  const { post } = useIdentity();
  const own = unitId === post.unit.id;
  const unit = api.useQuery('get', '/units/{unitId}', { params: { path: { unitId } } }, { enabled: !own });
  const crumbs = useScopeCrumbs();
  if (own) return { own, crumbs, suffix: '' };
  const above = crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { ...crumb, to: '/communes' } : crumb));
  const here = { label: unit.data?.name ?? '…' };
  return { own, crumbs: [...above, here], suffix: ` · ${unit.data?.fullName ?? ''}` };
}

function Acts({ list, own }: { list: Schemas['TeamList'] | undefined; own: boolean }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const hamlets = list?.hamletsWithoutTeam.filter((unit) => !unit.draftTeamId) ?? [];
  const icon = <Icon name="file-import" />;
  return (
    <>
      {may('roster.import') && own && (
        <Button variant="default" leftSection={icon} onClick={() => void navigate({ to: '/import' })}>
          {t('teams.import')}
        </Button>
      )}
      {may('team.manage') && hamlets.length > 0 && <NewTeamButton hamlets={hamlets} />}
    </>
  );
}

function Header({ list, unitId }: HeaderProps) {
  const { t } = useI18n();
  const { own, crumbs, suffix } = usePlace(unitId);
  const empty = list?.teams.length === 0;
  const counted = list && t('teams.sub', { teams: list.activeTeams, hamlets: list.hamlets, members: list.members });
  return (
    <PageHeader
      crumbs={crumbs}
      title={t('teams.title') + suffix}
      sub={list && empty ? t('teams.subEmpty', { n: list.hamlets }) : counted}
      actions={!empty && <Acts list={list} own={own} />}
    />
  );
}

export function TeamsPage() {
  const { post, may } = useIdentity();
  const { unit, at } = route.useSearch();
  const unitId = unit ?? post.unit.id;
  const query = api.useQuery('get', '/units/{unitId}/teams', { params: { path: { unitId }, query: at ? { at } : {} } });
  return (
    <div className="page">
      <Header list={query.data} unitId={unitId} />
      <Loaded query={query} rows={12}>
        {(list) =>
          list.teams.length === 0 && !at ? (
            <EmptyTeams list={list} unitId={unitId} />
          ) : (
            <>
              {!at && <WithoutTeam list={list} canManage={may('team.manage')} />}
              <Card>
                <TeamsTable list={list} unitId={unitId} past={Boolean(at)} />
              </Card>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
