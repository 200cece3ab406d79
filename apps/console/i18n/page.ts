/** The page of an address with the words that it names; apart from `later`, which the sign-in form needs without the router. */
import { lazyRouteComponent } from '@tanstack/react-router';
import type { CatalogueName } from '#i18n/console/catalogues';
import { withWords } from './screens.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the router's own bound: what a page is asks what addresses there are
export const page = <Module extends Record<string, any>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
  words: readonly CatalogueName[],
) => lazyRouteComponent(() => withWords(load, words), name);
