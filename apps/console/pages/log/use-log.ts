import { getRouteApi } from '@tanstack/react-router';
import { type LogKind, logKinds } from '#contracts/access/log-kinds';
import { addDays } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';

export type LogEntry = Schemas['LogEntry'];
const route = getRouteApi('/log');
/** What is looked at first: this week. */
const DAYS = 6;

interface Search {
  kind?: string;
  from?: string;
  to?: string;
  person?: string;
  who?: string;
  unit?: string;
  purpose?: string;
}

/** The filter as it stands in the address. */
export function useAsked() {
  const { me, post } = useIdentity();
  const search: Search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: Search) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const to = search.to ?? me.today;
  return {
    kind: logKinds.find((each) => each === search.kind),
    from: search.from ?? addDays(to, -DAYS),
    to,
    person: search.person ? { id: search.person, name: search.who ?? '' } : null,
    unit: search.unit,
    unitId: search.unit ?? post.unit.id,
    purpose: search.purpose,
    isFiltered: Object.values(search).some(Boolean),
    set,
    clear: () => void navigate({ search: {}, replace: true }),
  };
}

export type Asked = ReturnType<typeof useAsked>;

/** What the server is asked for, of the page and of the sheet alike. */
export function filterOf({ kind, from, to, person, purpose }: Asked): {
  from: string;
  to: string;
  kind?: LogKind;
  personId?: string;
  purpose?: string;
} {
  return { from, to, ...(kind && { kind }), ...(person && { personId: person.id }), ...(purpose && { purpose }) };
}

export function useLog(asked: Asked) {
  const path = { unitId: asked.unitId };
  const query = filterOf(asked);
  return usePages(
    '/units/{unitId}/log',
    { params: { path, query } },
    async (cursor) => {
      const { data, error } = await client.GET('/units/{unitId}/log', {
        params: { path, query: { ...query, ...cursor } },
      });
      // How many there are in all is not counted: a log has no end.
      return { error, ...(data && { data: { ...data, total: data.items.length } }) };
    },
    { idOf: ({ id }: LogEntry) => id },
  );
}
