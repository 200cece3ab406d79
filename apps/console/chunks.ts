/**
 * Which files the build puts modules in. Left alone it makes a file for each set of screens that share something: 131 of
 * them before the first screen stands, each with a request of its own (docs/decisions/0209).
 */
import { build, type InlineConfig, type Rolldown } from 'vite';

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

/** Smaller modules than this that three screens use come with the first of them, needed there or not. */
const SMALL_BYTES = 3000;
const SCREENS = 3;

/** What the page's own script imports at once as two files, packages and ours; the small things that screens share as one. */
export async function codeSplitting(config: InlineConfig): Promise<CodeSplitting> {
  const first = await firstModules(config);
  return {
    groups: [
      {
        debugName: 'first',
        name: (id) => (id.includes('node_modules') ? 'base' : 'first'),
        test: (id) => first.has(id),
        priority: 2,
      },
      { name: 'shared', minShareCount: SCREENS, maxModuleSize: SMALL_BYTES, priority: 1 },
    ],
  };
}

/**
 * Modules with code of their own that are loaded before anything is shown, the entry itself left out. Asked of a build
 * without groups, since imports alone do not tell: a package's index names all of its components, and few are used.
 */
async function firstModules(config: InlineConfig): Promise<Set<string>> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false, minify: false, cssMinify: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const chunks = new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])));
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  const reached = new Set(entry?.imports);
  for (const name of reached) chunks.get(name)?.imports.forEach((next) => reached.add(next));
  return new Set([...reached].flatMap((name) => Object.keys(chunks.get(name)?.modules ?? {})));
}
