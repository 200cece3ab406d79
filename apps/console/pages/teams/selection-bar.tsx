import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Chosen } from '../../ui/table/chosen.ts';
import { type ChosenTeams, SupporterModal } from '../team/supporter-modal.tsx';
import type { TeamFilter, TeamRow } from '../../api/team-filters.ts';
import { useTeamSearch } from './use-team-search.ts';

const DissolveMany = later(() => import('./dissolve-many.tsx'), 'DissolveMany');
/** Teams that an address can name. */
const mostNamed = 50;

interface SelectionBarProps {
  chosen: Chosen;
  count: number;
  /** Those of the chosen teams that are here. */
  teams: readonly TeamRow[];
  unitId: string;
  clear: () => void;
}

/** Those named, or all that the list has but for those named: the ids of thousands stay where they are. */
function chosenTeams(
  { chosen, count, teams, unitId }: SelectionBarProps,
  { filter, query }: { filter: TeamFilter; query: string },
): ChosenTeams {
  const ids = [...chosen.ids];
  const listed = { ...(filter !== 'all' && filter !== 'draft' && { filter }), ...(query && { q: query }) };
  const which = chosen.all ? { ...listed, except: ids } : { only: ids };
  const active = teams.filter((team) => team.status === 'active');
  return { unitId, count: chosen.all ? count : active.length, names: active.map(({ name }) => name), which };
}

function BarButton({
  icon,
  label,
  onClick,
  disabled,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  const left = <Icon name={icon} size={16} />;
  return (
    <Button size="xs" variant="default" leftSection={left} disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
}

/** All teams that are listed, but for those named; or those named. It stands in the address of the order. */
function useAssign({ chosen, teams, unitId }: Pick<SelectionBarProps, 'chosen' | 'teams' | 'unitId'>) {
  const navigate = useNavigate();
  const { filter, query } = useTeamSearch();
  const active = teams.filter((team) => team.status === 'active').map((team) => team.id);
  const named = chosen.all ? [...chosen.ids] : active;
  const of = chosen.all ? { under: unitId, ...(filter !== 'all' && { filter }), ...(query && { q: query }) } : {};
  const search = { ...of, ...(named.length > 0 && { [chosen.all ? 'except' : 'teams']: named.join(',') }) };
  const isPossible = chosen.all ? filter !== 'draft' : active.length > 0 && active.length <= mostNamed;
  return { isPossible, assign: () => void navigate({ to: '/assignments/new', search }) };
}

/** Two teams of one commune's hamlets open the form of their merger filled. */
function MergeButton({ chosen, count, teams }: SelectionBarProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const [one, two] = teams;
  if (!may('hamlet.merge') || chosen.all || count !== 2 || !one || !two) return null;
  const isPair = one.commune.id === two.commune.id && [one, two].every(({ hamlet }) => hamlet.kind === 'hamlet');
  const search = { unit: one.commune.id, hamlets: `${one.hamlet.id},${two.hamlet.id}` };
  return (
    <BarButton
      icon="sitemap"
      label={t('teams.mergeHamlets')}
      disabled={!isPair}
      onClick={() => void navigate({ to: '/reforms/new', search })}
    />
  );
}

/** What is done with the teams that are chosen: "Đã chọn 3 tổ". */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen, count, teams, clear } = props;
  const { t } = useI18n();
  const { may } = useIdentity();
  const { filter, query } = useTeamSearch();
  const [open, setOpen] = useState<{ what: 'support' | 'dissolve'; teams: ChosenTeams }>();
  const { isPossible, assign } = useAssign(props);
  const hasActive = chosen.all ? filter !== 'draft' : teams.some((team) => team.status === 'active');
  const close = () => setOpen(undefined);
  const ask = (what: 'support' | 'dissolve') => () => setOpen({ what, teams: chosenTeams(props, { filter, query }) });
  if (count === 0) return null;
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('teams.selection')}>
      <strong>{t('teams.selected', { n: count })}</strong>
      {may('assignment.issue') && (
        <BarButton icon="send" label={t('nav.assign')} disabled={!isPossible} onClick={assign} />
      )}
      {may('committee.manage') && (
        <BarButton
          icon="heart-handshake"
          label={t('teams.changeSupporter')}
          disabled={!hasActive}
          onClick={ask('support')}
        />
      )}
      {may('team.manage') && (
        <BarButton icon="ban" label={t('teams.dissolve')} disabled={!hasActive} onClick={ask('dissolve')} />
      )}
      <MergeButton {...props} />
      <BarButton icon="printer" label={t('act.printList')} onClick={() => window.print()} />
      <span className="toolbar-space" />
      <button type="button" className="link" onClick={clear}>
        {t('teams.clear')}
      </button>
      {open?.what === 'support' && <SupporterModal teams={open.teams} onClose={close} />}
      {open?.what === 'dissolve' && (
        <Suspense>
          <DissolveMany teams={open.teams} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
