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

function Header({ list, unitId }: { list?: Schemas['TeamList']; unitId: string }) {
  const { t } = useI18n();
  const { may, post } = useIdentity();
  const navigate = useNavigate();
  const unit = api.useQuery(
    'get',
    '/units/{unitId}',
    { params: { path: { unitId } } },
    { enabled: unitId !== post.unit.id },
  );
  const crumbs = useScopeCrumbs();
  const own = unitId === post.unit.id;
  const empty = list !== undefined && list.teams.length === 0;
  const place = own ? '' : ` · ${unit.data?.fullName ?? ''}`;
  return (
    <PageHeader
      crumbs={
        own
          ? crumbs
          : [
              ...crumbs.slice(0, -1),
              { label: crumbs.at(-1)?.label ?? '', to: '/communes' },
              { label: unit.data?.name ?? '…' },
            ]
      }
      title={t('teams.title') + place}
      sub={
        list &&
        (empty
          ? t('teams.subEmpty', { n: list.hamlets })
          : t('teams.sub', { teams: list.activeTeams, hamlets: list.hamlets, members: list.members }))
      }
      actions={
        !empty && (
          <>
            {may('roster.import') && own && (
              <Button
                variant="default"
                leftSection={<Icon name="file-import" />}
                onClick={() => void navigate({ to: '/import' })}
              >
                {t('teams.import')}
              </Button>
            )}
            {may('team.manage') && list && list.hamletsWithoutTeam.some((unit) => !unit.draftTeamId) && (
              <NewTeamButton hamlets={list.hamletsWithoutTeam.filter((unit) => !unit.draftTeamId)} />
            )}
          </>
        )
      }
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
