/** No answer grows without end: a list has pages, or says what keeps it short. */
import type { RouteDefinition } from './route.ts';
import { routes } from './routes.ts';

const reads = Object.entries(routes as Record<string, RouteDefinition>).filter(([, { method }]) => method === 'GET');
const isList = ({ response }: RouteDefinition) => response?._zod.def.type === 'array';
const fieldsOf = ({ response }: RouteDefinition) =>
  Object.keys((response?._zod.def as { shape?: object } | undefined)?.shape ?? {});

describe('a list that is answered', () => {
  it('says what keeps it short when it has no pages', () => {
    const silent = reads.filter(([, route]) => isList(route) && !route.whole).map(([id]) => id);
    expect(silent).toEqual([]);
  });

  it('says so only when it is a list', () => {
    expect(reads.filter(([, route]) => route.whole && !isList(route)).map(([id]) => id)).toEqual([]);
  });

  it.each(reads.filter(([, route]) => fieldsOf(route).includes('nextCursor')))(
    '%s takes the cursor that it gives, and no page of a million',
    (_, { query }) => {
      const refused = (asked: object) =>
        query
          ?.safeParse(asked)
          .error?.issues.flatMap((issue) => [...issue.path, ...('keys' in issue ? issue.keys : [])]);
      expect(refused({ cursor: 'WyJ4Il0' }) ?? []).not.toContain('cursor');
      expect(refused({ limit: '1000000' })).toContain('limit');
    },
  );
});
