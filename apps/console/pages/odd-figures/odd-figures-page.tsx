import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Filter, filters } from './odd-facts.ts';
import { type OddSearch, OddFiguresView } from './odd-figures-view.tsx';

const route = getRouteApi('/odd-figures');

function useOddSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: Parameters<OddSearch['set']>[0]) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter: Filter = filters.find((each) => each === search.filter) ?? 'all';
  return { month: search.month, figure: search.figure, filter, set };
}

/** Figures of a month that had better be asked about before it is accepted. */
export function OddFiguresPage() {
  const at = useOddSearch();
  const { post } = useIdentity();
  const query = api.useQuery('get', '/units/{unitId}/odd-figures', {
    params: { path: { unitId: post.unit.id }, query: at.month ? { month: at.month } : {} },
  });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(list) => <OddFiguresView list={list} at={at} />}
      </Loaded>
    </div>
  );
}
