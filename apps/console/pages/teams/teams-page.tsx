import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { type UnitRef, useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { useAt } from '../../ui/at.ts';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { DraftTeams } from './draft-teams.tsx';
import { EmptyTeams } from './empty-teams.tsx';
import { NewTeamButton } from './new-team.tsx';
import { TeamsTable } from './teams-table.tsx';
import { useTeamSums } from '../../api/use-teams.ts';
import { WithoutTeam } from './without-team.tsx';
import './teams.css';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/teams');
const AppendixDialog = later(() => import('../documents/appendix-dialog.tsx'), 'AppendixDialog', [
  'documents',
  'log',
  'logPage',
]);

interface HeaderProps {
  sums?: Schemas['TeamSums'];
  unitId: string;
}

/** The post's own unit, or a commune below it with the way back. */
function usePlace(unitId: string) {
  const at = useAt();
  const { post } = useIdentity();
  const own = unitId === post.unit.id;
  const unit = api.useQuery(
    'get',
    '/units/{unitId}',
    { params: { path: { unitId }, query: at ? { at } : {} } },
    { enabled: !own },
  );
  if (own) return { own, suffix: '', kind: post.unit.kind };
  return { own, suffix: ` · ${unit.data?.fullName ?? ''}`, kind: unit.data?.kind };
}

function Acts({ own, unitId }: { own: boolean; unitId: string }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <>
      {may('invite.create') && (
        <HeaderLink icon="qrcode" to="/invites" search={own ? {} : { unit: unitId }}>
          {t('nav.invites')}
        </HeaderLink>
      )}
      {may('roster.import') && own && (
        <HeaderLink icon="file-import" to="/import" note="Excel, Word">
          {t('teams.import')}
        </HeaderLink>
      )}
    </>
  );
}

/** A list of another day can be taken along, and nothing else. */
function Taken({ unitId, kind, at }: { unitId: string; kind: UnitRef['kind'] | undefined; at: string }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const [open, setOpen] = useState(false);
  if (!kind || !may('roster.export')) return null;
  return (
    <>
      <HeaderAct icon="file-export" note="Excel" onClick={() => setOpen(true)}>
        {t('teams.take', { day: formatDate(at, lang, { withYear: true }) })}
      </HeaderAct>
      {open && (
        <Suspense>
          <AppendixDialog unit={{ id: unitId, kind }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const hasNone = (sums: Schemas['TeamSums'] | undefined): boolean =>
  sums !== undefined && sums.activeTeams + sums.draftTeams === 0;

function Header({ sums, unitId }: HeaderProps) {
  const { t } = useI18n();
  const at = useAt();
  const { may } = useIdentity();
  const { own, suffix, kind } = usePlace(unitId);
  const empty = hasNone(sums);
  const counted = sums && t('teams.sub', { teams: sums.activeTeams, hamlets: sums.hamlets, members: sums.members });
  return (
    <PageHeader
      title={t('teams.title') + suffix}
      state={sums && empty ? t('teams.subEmpty', { n: sums.hamlets }) : counted}
      parent={own ? undefined : { label: t('nav.communes'), to: '/communes' }}
      main={
        !empty && !at && may('team.manage') && (sums?.hamletsWithoutTeam ?? 0) > 0 && <NewTeamButton unitId={unitId} />
      }
      acts={!empty && (at ? <Taken unitId={unitId} kind={kind} at={at} /> : <Acts own={own} unitId={unitId} />)}
    />
  );
}

export function TeamsPage() {
  const { post, may } = useIdentity();
  const { unit } = route.useSearch();
  const at = useAt();
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
