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
import { DraftTeams } from './draft-teams.tsx';
import { EmptyTeams } from './empty-teams.tsx';
import { NewTeamButton } from './new-team.tsx';
import { TeamsTable } from './teams-table.tsx';
import { useTeamSums } from './use-teams.ts';
import { WithoutTeam } from './without-team.tsx';
import './teams.css';
import '../../i18n/team-words.ts';

const route = getRouteApi('/teams');

interface HeaderProps {
  sums?: Schemas['TeamSums'];
  unitId: string;
}

/** The post's own unit, or a commune below it with the way back. */
function usePlace(unitId: string) {
  const { post } = useIdentity();
  const own = unitId === post.unit.id;
  const unit = api.useQuery('get', '/units/{unitId}', { params: { path: { unitId } } }, { enabled: !own });
  const crumbs = useScopeCrumbs();
  if (own) return { own, crumbs, suffix: '', kind: post.unit.kind };
  const above = crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { ...crumb, to: '/communes' } : crumb));
  const here = { label: unit.data?.name ?? '…' };
  return { own, crumbs: [...above, here], suffix: ` · ${unit.data?.fullName ?? ''}`, kind: unit.data?.kind };
}

function Acts({ sums, own, unitId }: HeaderProps & { own: boolean }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const icon = <Icon name="file-import" />;
  return (
    <>
      {may('roster.import') && own && (
        <Button variant="default" leftSection={icon} onClick={() => void navigate({ to: '/import' })}>
          {t('teams.import')}
        </Button>
      )}
      {may('team.manage') && (sums?.hamletsWithoutTeam ?? 0) > 0 && <NewTeamButton unitId={unitId} />}
    </>
  );
}

const hasNone = (sums: Schemas['TeamSums'] | undefined): boolean =>
  sums !== undefined && sums.activeTeams + sums.draftTeams === 0;

function Header({ sums, unitId }: HeaderProps) {
  const { t } = useI18n();
  const { own, crumbs, suffix } = usePlace(unitId);
  const empty = hasNone(sums);
  const counted = sums && t('teams.sub', { teams: sums.activeTeams, hamlets: sums.hamlets, members: sums.members });
  return (
    <PageHeader
      crumbs={crumbs}
      title={t('teams.title') + suffix}
      sub={sums && empty ? t('teams.subEmpty', { n: sums.hamlets }) : counted}
      actions={!empty && <Acts sums={sums} own={own} unitId={unitId} />}
    />
  );
}

export function TeamsPage() {
  const { post, may } = useIdentity();
  const { unit, at } = route.useSearch();
  const unitId = unit ?? post.unit.id;
  const { kind } = usePlace(unitId);
  const query = useTeamSums(unitId, { at });
  return (
    <div className="page">
      <Header sums={query.data} unitId={unitId} />
      <Loaded query={query} rows={12}>
        {(sums) =>
          hasNone(sums) && !at ? (
            <EmptyTeams sums={sums} unitId={unitId} />
          ) : (
            <>
              {!at && sums.hamletsWithoutTeam > 0 && <WithoutTeam unitId={unitId} canManage={may('team.manage')} />}
              {!at && sums.draftTeams > 0 && may('team.manage') && kind === 'commune' && <DraftTeams unitId={unitId} />}
              <Card>
                <TeamsTable sums={sums} unitId={unitId} past={Boolean(at)} />
              </Card>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
