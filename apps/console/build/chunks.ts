/**
 * Which files the build puts modules in. Left alone it makes a file for each set of screens that share something: 131 of
 * them before the first screen stands, each with a request of its own (docs/decisions/0209). And what shows the form to sign
 * in is not what shows the day: each comes with what it needs itself (docs/decisions/0292).
 */
import { build, type InlineConfig, type Rolldown } from 'vite';

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

/** Smaller modules than this that three screens use come with the first of them, needed there or not. */
const SMALL_BYTES = 3000;
const SCREENS = 3;

/**
 * The first screens that there are, by the files that are asked for after the page's own script. The overview is the day's above a
 * commune; notices come right behind.
 */
export const FIRST_SCREENS = {
  'sign-in': ['pages/sign-in/sign-in-page.tsx'],
  day: ['signed-in.tsx'],
  overview: ['pages/dashboard/overview.tsx'],
  notices: ['notices/notice-board.tsx'],
} as const;

type Screen = keyof typeof FIRST_SCREENS;

/** What both first screens need as two files, packages and ours; what one of them needs; the small things that others share. */
export async function codeSplitting(config: InlineConfig): Promise<CodeSplitting> {
  const { now, screens } = await firstModules(config);
  const isFirst = (id: string) => now.has(id) || (screens['sign-in'].has(id) && screens.day.has(id));
  return {
    groups: [
      {
        debugName: 'first',
        name: (id) => (id.includes('node_modules') ? 'base' : 'first'),
        test: isFirst,
        priority: 6,
      },
      ...(Object.keys(FIRST_SCREENS) as Screen[]).map((name, index) => ({
        name,
        test: (id: string) => screens[name].has(id),
        priority: 5 - index,
      })),
      { name: 'shared', minShareCount: SCREENS, maxModuleSize: SMALL_BYTES, priority: 1 },
    ],
  };
}

/**
 * Modules with code of their own that are loaded before anything is shown, and those that a first screen adds; the entry's own
 * left out. Asked of a build without groups, since imports alone do not tell: a package's index names all of its components, and
 * few are used.
 */
async function firstModules(config: InlineConfig) {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false, minify: false, cssMinify: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const chunks = new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])));
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  const own = new Set(Object.keys(entry?.modules ?? {}));
  const modulesOf = (names: readonly string[]) => {
    const reached = new Set(names);
    for (const name of reached) chunks.get(name)?.imports.forEach((next) => reached.add(next));
    const ids = [...reached].flatMap((name) => Object.keys(chunks.get(name)?.modules ?? {}));
    return new Set(ids.filter((id) => !own.has(id)));
  };
  const screens = Object.fromEntries(
    Object.entries(FIRST_SCREENS).map(([name, files]) => [
      name,
      modulesOf(files.map((file) => chunkOf(output, file).fileName)),
    ]),
  ) as Record<Screen, Set<string>>;
  return { now: modulesOf(entry?.imports ?? []), screens };
}

/** The file that is fetched for a screen of the console or for words. */
export function chunkOf(
  output: Iterable<Rolldown.OutputChunk | Rolldown.OutputAsset>,
  file: string,
): Rolldown.OutputChunk {
  for (const part of output)
    if (part.type === 'chunk' && part.isDynamicEntry && part.facadeModuleId?.endsWith(`/${file}`)) return part;
  throw new Error(`Nothing is fetched for ${file}`);
}
