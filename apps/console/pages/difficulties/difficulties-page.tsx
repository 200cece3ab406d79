import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import '../../i18n/oversight-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Card, FilterChips, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import './difficulties.css';
import { DifficultyDialog } from './difficulty-dialog.tsx';
import { type Difficulty, type Filter, filters, found, soonestFirst } from './difficulty-facts.ts';
import { DifficultyTable } from './difficulty-table.tsx';
import { KnowHowList } from './know-how-list.tsx';

const route = getRouteApi('/difficulties');

function useListSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { filter?: string; q?: string; open?: string; view?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter = filters.find((each) => each === search.filter) ?? 'open';
  return { filter, q: search.q ?? '', open: search.open, view: search.view === 'know' ? 'know' : 'list', set };
}

type Search = ReturnType<typeof useListSearch>;

function Toolbar({ rows, at }: { rows: readonly Difficulty[]; at: Search }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const viewer = { personId: me.person.id, today: me.today };
  const options = filters
    .map((key) => ({ key, label: t(`difficulty.f.${key}`), count: found(rows, key, '', viewer).length }))
    .filter(({ key, count }) => key === 'open' || key === 'all' || count > 0);
  return (
    <div className="toolbar">
      <SearchField
        label={t('difficulty.find')}
        value={at.q}
        width={290}
        onChange={(q) => at.set({ q: q || undefined })}
      />
      <FilterChips<Filter>
        label={t('difficulty.filter')}
        options={options}
        value={at.filter}
        onChange={(filter) => at.set({ filter: filter === 'open' ? undefined : filter })}
      />
    </div>
  );
}

function List({ rows, at }: { rows: readonly Difficulty[]; at: Search }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const shown = soonestFirst(found(rows, at.filter, at.q, { personId: me.person.id, today: me.today }));
  const opened = rows.find(({ id }) => id === at.open);
  const clear = () => at.set({ filter: 'all', q: undefined });
  return (
    <>
      <Toolbar rows={rows} at={at} />
      <DifficultyTable
        rows={shown}
        of={rows.length}
        onOpen={({ id }) => at.set({ open: id })}
        empty={<NoMatch text={t('difficulty.noMatch')} onClear={clear} />}
      />
      {opened && <DifficultyDialog row={opened} onClose={() => at.set({ open: undefined })} />}
    </>
  );
}

/** What the teams report as difficult: who sees to it, by when, what was answered; and the answers that all may read. */
export function DifficultiesPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const crumbs = useScopeCrumbs();
  const at = useListSearch();
  const query = api.useQuery('get', '/units/{unitId}/difficulties', { params: { path: { unitId: post.unit.id } } });
  const views = ['list', 'know'].map((value) => ({
    value,
    label: t(value === 'know' ? 'difficulty.view.know' : 'difficulty.view.list'),
  }));
  const isList = at.view === 'list';
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('nav.difficulties')}
        sub={t(isList ? 'difficulty.sub' : 'difficulty.knowSub')}
        actions={
          <SegmentedControl
            aria-label={t('difficulty.view')}
            data={views}
            value={at.view}
            onChange={(view) => at.set({ view: view === 'know' ? view : undefined, q: undefined })}
          />
        }
      />
      <Card>
        {isList ? (
          <Loaded query={query} rows={6}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState icon="help-hexagon" title={t('difficulty.empty')}>
                  {t('difficulty.emptyText')}
                </EmptyState>
              ) : (
                <List rows={rows} at={at} />
              )
            }
          </Loaded>
        ) : (
          <KnowHowList query={at.q} onQuery={(q) => at.set({ q: q || undefined })} />
        )}
      </Card>
    </div>
  );
}
