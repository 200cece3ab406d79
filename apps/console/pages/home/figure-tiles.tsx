import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, type Translate, useI18n } from '../../i18n/i18n.tsx';
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

type MakeTile = (key: MessageId, value: number, of: number, filter?: string) => Tile;

/** A tile of teams: the figure, what is missing, and the teams that it opens. */
function teamTile(t: Translate): MakeTile {
  return (key, value, of, filter) => ({
    label: t(key),
    value: of > 0 ? value : null,
    of: of > 0 ? of : null,
    note: missing(t, of - value, of),
    open: t('home.tile.openTeams', { n: filter ? of - value : value }),
    to: '/teams',
    filter,
  });
}

/** Of nothing nothing is complete. */
const missing = (t: Translate, n: number, of: number): string =>
  of === 0 ? '' : n > 0 ? t('home.tile.missing', { n }) : t('home.tile.full');

function useOcopTile(): Tile {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/registers',
    { params: { path: { unitId: post.unit.id }, query: { limit: 1 } } },
    { staleTime: 60_000, enabled: may('register.read') },
  );
  const products = data?.sums.ocopProducts ?? null;
  const listed = data?.sums.ocopListed ?? null;
  return {
    label: t('home.tile.ocop'),
    value: listed,
    of: products || null,
    note: listed === null || products === null ? '–' : missing(t, products - listed, products),
    open: t('home.tile.openList'),
    to: '/registers',
  };
}

function useTiles(sums: Schemas['TeamSums']): Tile[] {
  const { t } = useI18n();
  const ocop = useOcopTile();
  const tile = teamTile(t);
  const all = sums.activeTeams;
  return [
    tile('home.tile.teams', all, sums.hamlets),
    tile('home.tile.complete', all - sums.lacking, all, 'lacking'),
    tile('home.tile.supported', all - sums.noSupporter, all, 'noSupporter'),
    tile('home.tile.groups', sums.groups, all, 'group'),
    ocop,
  ];
}

/** Five figures; each opens exactly the records whose count it is. */
export function FigureTiles({ sums }: { sums: Schemas['TeamSums'] }) {
  const { n } = useI18n();
  return (
    <ul className="tiles">
      {useTiles(sums).map((tile) => (
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
