import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type DifficultyFilter, difficultyFilters } from '#contracts/tasks/difficulty-rules';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Card, FilterChips } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import './difficulties.css';
import { OpenedDifficulty } from './difficulty-dialog.tsx';
import type { Difficulty } from './difficulty-facts.ts';
import { DifficultyTable } from './difficulty-table.tsx';
import { KnowHowList } from './know-how-list.tsx';

const route = getRouteApi('/difficulties');

function useListSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { filter?: string; q?: string; open?: string; view?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter = difficultyFilters.find((each) => each === search.filter) ?? 'open';
  return { filter, q: search.q ?? '', open: search.open, view: search.view === 'know' ? 'know' : 'list', set };
}

type Search = ReturnType<typeof useListSearch>;
type Found = Pages<Difficulty, Schemas['DifficultyPage']>;

function useDifficulties({ filter, q }: Search): Found {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  return usePages(
    '/units/{unitId}/difficulties',
    { params: { path, query: { filter, q } } },
    (cursor) => client.GET('/units/{unitId}/difficulties', { params: { path, query: { filter, q, ...cursor } } }),
    { idOf: ({ id }) => id },
  );
}

function Toolbar({ counts, at }: { counts: Schemas['DifficultyPage']['counts']; at: Search }) {
  const { t } = useI18n();
  const options = difficultyFilters
    .map((key) => ({ key, label: t(`difficulty.f.${key}`), count: counts[key] }))
    .filter(({ key, count }) => key === 'open' || key === 'all' || count > 0);
  return (
    <div className="toolbar">
      <SearchField
        label={t('difficulty.find')}
        value={at.q}
        width={290}
        onChange={(q) => at.set({ q: q || undefined })}
      />
      <FilterChips<DifficultyFilter>
        label={t('difficulty.filter')}
        options={options}
        value={at.filter}
        onChange={(filter) => at.set({ filter: filter === 'open' ? undefined : filter })}
      />
    </div>
  );
}

function List({ pages, counts, at }: { pages: Found; counts: Schemas['DifficultyPage']['counts']; at: Search }) {
  const { t } = useI18n();
  const clear = () => at.set({ filter: 'all', q: undefined });
  return (
    <>
      <Toolbar counts={counts} at={at} />
      <DifficultyTable
        rows={pages.rows}
        paged={pages}
        onOpen={({ id }) => at.set({ open: id })}
        empty={<NoMatch text={t('difficulty.noMatch')} onClear={clear} />}
      />
      {at.open && <OpenedDifficulty id={at.open} onClose={() => at.set({ open: undefined })} />}
    </>
  );
}

/** What the teams report as difficult: who sees to it, by when, what was answered; and the answers that all may read. */
export function DifficultiesPage() {
  const { t } = useI18n();
  const at = useListSearch();
  const pages = useDifficulties(at);
  const views = ['list', 'know'].map((value) => ({
    value,
    label: t(value === 'know' ? 'difficulty.view.know' : 'difficulty.view.list'),
  }));
  const isList = at.view === 'list';
  return (
    <div className="page">
      <PageHeader
        title={t('nav.difficulties')}
        hint={t(isList ? 'difficulty.sub' : 'difficulty.knowSub')}
        row={
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
          <Loaded query={pages} rows={6}>
            {({ counts }) =>
              counts.all === 0 ? (
                <EmptyState icon="help-hexagon" title={t('difficulty.empty')}>
                  {t('difficulty.emptyText')}
                </EmptyState>
              ) : (
                <List pages={pages} counts={counts} at={at} />
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
