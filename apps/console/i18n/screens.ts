/**
 * What loads when it is asked for, and the words that it names: both are fetched at once, and nothing is shown before both are
 * there. Names that are there already, because whoever opens it has named them, need not be said again.
 */
import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import type { CatalogueName } from '#i18n/console/catalogues';
import { loadWords } from './i18n.tsx';

export async function withWords<Module>(load: () => Promise<Module>, words: readonly CatalogueName[]): Promise<Module> {
  const [module] = await Promise.all([load(), loadWords(words)]);
  return module;
}

/** The page of an address. */
// oxlint-disable-next-line typescript/no-explicit-any -- the router's own bound: what a page is asks what addresses there are
export const page = <Module extends Record<string, any>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
  words: readonly CatalogueName[],
) => lazyRouteComponent(() => withWords(load, words), name);

/** A part of a page: a dialogue, a card, a drawer. */
// oxlint-disable-next-line typescript/no-explicit-any -- React's own bound of what may be loaded
export const later = <Module extends Record<Name, ComponentType<any>>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
  words: readonly CatalogueName[] = [],
) => lazy(async () => ({ default: (await withWords(load, words))[name] }));
