/** What all screens of the console stand in. The day that is shown stands in every address and leaves only where it is told to. */
import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

interface DaySearch {
  at?: string | undefined;
}

export const rootRoute = createRootRoute({
  component: Shell,
  // Without a key where there is no day: an address that says `at: undefined` goes back to today, one that says nothing keeps it.
  validateSearch: ({ at }: Record<string, unknown>): DaySearch =>
    typeof at === 'string' && /^(19|20|21)\d\d-\d\d-\d\d$/.test(at) && Date.parse(at) ? { at } : {},
  search: {
    middlewares: [
      ({ search, next }) => {
        const result = next(search);
        return 'at' in result ? result : { ...result, at: search.at };
      },
    ],
  },
});
