/**
 * What loads when it is asked for, and the words that it names: both are fetched at once, and nothing is shown before both are
 * there. Names that are there already, because whoever opens it has named them, need not be said again.
 */
import { type ComponentProps, type ComponentType, createElement, lazy, type ReactElement, useState } from 'react';
import type { CatalogueName } from '#i18n/console/catalogues';
import { loadWords } from './i18n.tsx';

export async function withWords<Module>(load: () => Promise<Module>, words: readonly CatalogueName[]): Promise<Module> {
  const [module] = await Promise.all([load(), loadWords(words)]);
  return module;
}

/**
 * A part of a page: a dialogue, a card, a drawer. One that was fetched before it is shown is drawn at once: React keeps what it has
 * waited for back for 300 ms after it has shown anything in its place.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- React's own bound of what may be loaded
export function later<Module extends Record<Name, ComponentType<any>>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
  words: readonly CatalogueName[] = [],
) {
  type Part = Module[Name];
  let here: Part | undefined;
  const fetchPart = async () => {
    here = (await withWords(load, words))[name];
    return { default: here };
  };
  const Lazy = lazy(fetchPart);
  function Later(props: ComponentProps<Part>): ReactElement {
    const [Shown] = useState(() => here ?? Lazy);
    return createElement(Shown as ComponentType<ComponentProps<Part>>, props);
  }
  return Object.assign(Later, { fetch: fetchPart });
}
