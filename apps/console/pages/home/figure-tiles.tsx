import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Bar } from '../../ui/layout.tsx';

interface Tile {
  label: string;
  value: number | null;
  of: number | null;
  note: string;
  open: string;
  to: string;
  filter?: string;
}

function useTiles(list: Schemas['TeamList']): Tile[] {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const registers = api.useQuery(
    'get',
    '/units/{unitId}/registers',
    { params: { path: { unitId: post.unit.id } } },
    { staleTime: 60_000, enabled: may('unit.read') },
  );
  const active = list.teams.filter((team) => team.status === 'active');
  const complete = active.filter((team) => !team.needsStrengthening).length;
  const supported = active.filter((team) => team.supporters.length > 0).length;
  const right = active.filter((team) => team.group.state === 'right').length;
  const products = registers.data?.reduce((sum, row) => sum + row.ocopProducts, 0) ?? null;
  const listed = registers.data?.reduce((sum, row) => sum + row.ocopListed, 0) ?? null;
  const missing = (all: number, some: number) =>
    all - some > 0 ? t('home.tile.missing', { n: all - some }) : t('home.tile.full');
  return [
    {
      label: t('home.tile.teams'),
      value: list.activeTeams,
      of: list.hamlets,
      note: missing(list.hamlets, list.activeTeams),
      open: t('home.tile.openTeams', { n: list.activeTeams }),
      to: '/teams',
    },
    {
      label: t('home.tile.complete'),
      value: complete,
      of: active.length,
      note: missing(active.length, complete),
      open: t('home.tile.openTeams', { n: active.length - complete }),
      to: '/teams',
      filter: 'lacking',
    },
    {
      label: t('home.tile.supported'),
      value: supported,
      of: active.length,
      note: missing(active.length, supported),
      open: t('home.tile.openTeams', { n: active.length - supported }),
      to: '/teams',
      filter: 'noSupporter',
    },
    {
      label: t('home.tile.groups'),
      value: right,
      of: active.length,
      note: missing(active.length, right),
      open: t('home.tile.openTeams', { n: active.length - right }),
      to: '/teams',
      filter: 'group',
    },
    {
      label: t('home.tile.ocop'),
      value: listed,
      of: products,
      note: listed === null || products === null ? '–' : missing(products, listed),
      open: t('home.tile.openList'),
      to: '/registers',
    },
  ];
}

/** Five figures; each opens exactly the records whose count it is. */
export function FigureTiles({ list }: { list: Schemas['TeamList'] }) {
  const { n } = useI18n();
  return (
    <ul className="tiles">
      {useTiles(list).map((tile) => (
        <li key={tile.label}>
          <span>{tile.label}</span>
          <span className="tile-figure">
            <strong className="num">{tile.value === null ? '–' : n(tile.value)}</strong>
            {tile.of !== null && <span className="muted num"> /{n(tile.of)}</span>}
          </span>
          {tile.value !== null && tile.of !== null && (
            <Bar
              parts={[{ value: tile.value, color: tile.value >= tile.of ? 'bar-ok' : 'bar-1' }]}
              of={tile.of}
              label={`${tile.value}/${tile.of}`}
            />
          )}
          <span className="caption">{tile.note}</span>
          {tile.value !== null && (
            <Link to={tile.to} search={tile.filter ? { filter: tile.filter } : {}} className="tile-link">
              {tile.open} <Icon name="arrow-right" size={15} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
