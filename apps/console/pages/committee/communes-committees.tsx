import { getRouteApi, Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type RowOf, useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { useAffiliationWord } from './affiliation-word.ts';

const route = getRouteApi('/committee');
const address = '/units/{unitId}/committees';
type Standing = RowOf<typeof address>;
const idOf = ({ unit }: Standing) => unit.id;

function useLacksText(): (row: Standing) => string {
  const { t } = useI18n();
  const word = useAffiliationWord();
  return ({ lacks, missing, teams, supported }) => {
    if (lacks === 'supporter') return t('committee.lack.supporter', { n: teams - supported });
    if (lacks === 'member')
      return missing.length > 0
        ? t('committee.lack.member', { what: missing.map(word).join(', ') })
        : t('committee.lack.memberCount');
    return lacks ? t(`committee.lack.${lacks}`) : t('committee.complete');
  };
}

function Lacks({ row, text }: { row: Standing; text: string }) {
  const { lacks } = row;
  return (
    <Chip
      tone={lacks === null ? 'done' : lacks === 'supporter' ? 'doing' : 'late'}
      icon={lacks === null ? 'check' : 'alert-circle'}
    >
      {text}
    </Chip>
  );
}

function useColumns(): Column<Standing>[] {
  const { t, n, lang } = useI18n();
  const lacksText = useLacksText();
  return [
    {
      id: 'commune',
      header: t('committee.col.commune'),
      value: ({ unit }) => unit.fullName,
      cell: ({ unit }) => (
        <Link className="cell-link" to="/committee" search={{ unit: unit.id }}>
          {unit.fullName}
        </Link>
      ),
    },
    {
      id: 'lacks',
      header: t('committee.col.lacks'),
      value: lacksText,
      cell: (row) => <Lacks row={row} text={lacksText(row)} />,
    },
    { id: 'members', header: t('committee.col.people'), right: true, value: ({ members }) => members, hideBelow: 700 },
    {
      id: 'supported',
      header: t('committee.col.supported'),
      right: true,
      value: ({ supported, teams }) => `${n(supported)}/${n(teams)}`,
    },
    { id: 'silent', header: t('committee.col.silent'), right: true, value: ({ silent }) => silent, hideBelow: 700 },
    {
      id: 'longest',
      header: t('committee.col.longest'),
      right: true,
      value: ({ longestDays }) => (longestDays === 0 ? null : t('committee.days', { n: longestDays })),
      hideBelow: 700,
    },
    {
      id: 'term',
      header: t('committee.col.term'),
      value: ({ lastDay }) => lastDay && formatDate(lastDay, lang, { withYear: true }),
      hideBelow: 700,
    },
  ];
}

/** The committee of each commune, incomplete ones first. */
export function CommunesCommittees() {
  const { t } = useI18n();
  const { q = '', filter } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: { q?: string | undefined; filter?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const { post } = useIdentity();
  const isIncomplete = filter === 'incomplete';
  const query = { ...(q && { q }), ...(isIncomplete && { incomplete: 'true' as const }) };
  const pages = useList(address, { path: { unitId: post.unit.id }, query }, { idOf });
  const { incomplete, silentAfterDays } = pages.data ?? {};
  const options = [
    { key: 'all', label: t('committee.all') },
    { key: 'incomplete', label: t('committee.incomplete'), ...(incomplete !== undefined && { count: incomplete }) },
  ];
  return (
    <div className="page">
      <PageHeader
        title={t('committee.titleAll')}
        state={
          incomplete !== undefined && !isIncomplete && !q
            ? t('committee.subAll', { n: pages.total, incomplete })
            : undefined
        }
      />
      <ListCard
        pages={pages}
        columns={useColumns()}
        rowId={idOf}
        label={t('committee.titleAll')}
        what={t('unit.communes')}
        search={{ label: t('committee.find'), value: q, onChange: (text) => set({ q: text || undefined }) }}
        filter={{
          label: t('committee.col.lacks'),
          options,
          value: isIncomplete ? 'incomplete' : 'all',
          onChange: (key) => set({ filter: key === 'all' ? undefined : key }),
        }}
        aside={silentAfterDays !== undefined && <HowCounted of={['silent']} values={{ silentDays: silentAfterDays }} />}
        noMatch={{ text: t('committee.noMatch'), onClear: () => set({ q: undefined, filter: undefined }) }}
        loading={10}
      />
    </div>
  );
}
