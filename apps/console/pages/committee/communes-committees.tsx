import { getRouteApi, Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Card, Chip, FilterChips } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { useAffiliationWord } from './affiliation-word.ts';
import { type Standing, useCommittees } from './use-committee.ts';

const route = getRouteApi('/committee');

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

function Row({ row }: { row: Standing }) {
  const { t, n, lang } = useI18n();
  const text = useLacksText();
  const { unit, lacks } = row;
  return (
    <tr>
      <td>
        <Link className="cell-link" to="/committee" search={{ unit: unit.id }}>
          {unit.fullName}
        </Link>
        <span className="committee-brief">
          {t('committee.brief.supported', { n: row.supported, all: row.teams })}
          {row.longestDays > 0 && ` · ${t('committee.brief.silent', { n: row.silent, days: row.longestDays })}`}
        </span>
      </td>
      <td>
        <Chip
          tone={lacks === null ? 'done' : lacks === 'supporter' ? 'doing' : 'late'}
          icon={lacks === null ? 'check' : 'alert-circle'}
        >
          {text(row)}
        </Chip>
      </td>
      <td className="hide-small" data-right>
        {n(row.members)}
      </td>
      <td className="hide-small" data-right>
        {n(row.supported)}/{n(row.teams)}
      </td>
      <td className="hide-small" data-right>
        {n(row.silent)}
      </td>
      <td className="hide-small" data-right>
        {row.longestDays === 0 ? '–' : t('committee.days', { n: row.longestDays })}
      </td>
      <td className="num hide-small">{row.lastDay ? formatDate(row.lastDay, lang, { withYear: true }) : '–'}</td>
    </tr>
  );
}

function Table({ rows }: { rows: readonly Standing[] }) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table committee-table committees-table">
      <thead>
        <tr>
          <th>{t('committee.col.commune')}</th>
          <th>{t('committee.col.lacks')}</th>
          <th data-right>{t('committee.col.people')}</th>
          <th data-right>{t('committee.col.supported')}</th>
          <th data-right>{t('committee.col.silent')}</th>
          <th data-right>{t('committee.col.longest')}</th>
          <th>{t('committee.col.term')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.unit.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface FilterProps {
  value: string | undefined;
  count: number | undefined;
  onChange: (value: string | undefined) => void;
}

function Filter({ value, count, onChange }: FilterProps) {
  const { t } = useI18n();
  return (
    <FilterChips
      label={t('committee.col.lacks')}
      options={[
        { key: 'all', label: t('committee.all') },
        { key: 'incomplete', label: t('committee.incomplete'), ...(count !== undefined && { count }) },
      ]}
      value={value === 'incomplete' ? 'incomplete' : 'all'}
      onChange={(key) => onChange(key === 'all' ? undefined : key)}
    />
  );
}

/** The committee of each commune, incomplete ones first. */
export function CommunesCommittees() {
  const { t } = useI18n();
  const { q = '', filter } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: { q?: string | undefined; filter?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const pages = useCommittees({ q, incomplete: filter === 'incomplete' });
  const incomplete = pages.data?.incomplete;
  return (
    <div className="page">
      <PageHeader
        title={t('committee.titleAll')}
        state={
          incomplete !== undefined && filter !== 'incomplete' && !q
            ? t('committee.subAll', { n: pages.total, incomplete })
            : undefined
        }
      />
      <Card>
        <div className="toolbar">
          <SearchField label={t('committee.find')} value={q} onChange={(text) => set({ q: text || undefined })} />
          <Filter value={filter} count={incomplete} onChange={(key) => set({ filter: key })} />
          <span className="toolbar-space" />
          {pages.data && <HowCounted of={['silent']} values={{ silentDays: pages.data.silentAfterDays }} />}
        </div>
        <Loaded query={pages} rows={10}>
          {() =>
            pages.rows.length > 0 ? (
              <Table rows={pages.rows} />
            ) : (
              <div className="dt-empty">
                <NoMatch text={t('committee.noMatch')} onClear={() => set({ q: undefined, filter: undefined })} />
              </div>
            )
          }
        </Loaded>
        <MoreRows more={pages.more} hasMore={pages.hasMore} />
      </Card>
    </div>
  );
}
