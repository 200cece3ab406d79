import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type DifficultyFilter, difficultyFilters } from '#contracts/tasks/difficulty-rules';
import { useIdentity } from '../../api/me.tsx';
import { useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import './difficulties.css';
import { OpenedDifficulty } from './difficulty-dialog.tsx';
import { columnsOf } from './difficulty-columns.tsx';
import type { Difficulty } from './difficulty-facts.ts';
import { KnowHowList } from './know-how-list.tsx';

const route = getRouteApi('/difficulties');

function useListSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = useCallback(
    (part: { filter?: string; q?: string; open?: string; view?: string }) =>
      void navigate({ search: (old) => ({ ...old, ...part }), replace: true }),
    [navigate],
  );
  const filter = difficultyFilters.find((each) => each === search.filter) ?? 'open';
  return { filter, q: search.q ?? '', open: search.open, view: search.view === 'know' ? 'know' : 'list', set };
}

type Search = ReturnType<typeof useListSearch>;
const idOf = ({ id }: Difficulty) => id;

function List({ at }: { at: Search }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const { filter, q, set } = at;
  const asked = { path: { unitId: post.unit.id }, query: { filter, q } };
  const pages = useList('/units/{unitId}/difficulties', asked, { idOf });
  const counts = pages.data?.counts;
  const open = useCallback(({ id }: Difficulty) => set({ open: id }), [set]);
  const columns = useMemo(() => columnsOf(t, lang, open), [t, lang, open]);
  const show = (key: DifficultyFilter) => set({ filter: key === 'open' ? undefined : key });
  const options = difficultyFilters
    .map((key) => ({ key, label: t(`difficulty.f.${key}`), count: counts?.[key] ?? 0 }))
    .filter(({ key, count }) => key === 'open' || key === 'all' || count > 0);
  return (
    <>
      <ListCard
        pages={pages}
        columns={columns}
        rowId={idOf}
        label={t('nav.difficulties')}
        what={t('unit.difficulties')}
        onOpen={open}
        search={{
          label: t('difficulty.find'),
          value: q,
          onChange: (text) => set({ q: text || undefined }),
          width: 290,
        }}
        filter={counts && { label: t('difficulty.filter'), options, value: filter, onChange: show }}
        isEmpty={counts?.all === 0}
        empty={{ icon: 'help-hexagon', title: t('difficulty.empty'), text: t('difficulty.emptyText') }}
        noMatch={{ text: t('difficulty.noMatch'), onClear: () => set({ filter: 'all', q: undefined }) }}
      />
      {at.open && <OpenedDifficulty id={at.open} onClose={() => set({ open: undefined })} />}
    </>
  );
}

/** What the teams report as difficult: who sees to it, by when, what was answered; and the answers that all may read. */
export function DifficultiesPage() {
  const { t } = useI18n();
  const at = useListSearch();
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
      {isList ? (
        <List at={at} />
      ) : (
        <Card>
          <KnowHowList query={at.q} onQuery={(q) => at.set({ q: q || undefined })} />
        </Card>
      )}
    </div>
  );
}
