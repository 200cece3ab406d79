/** Pages that lead a newcomer through the tree lead to what is there. */
import { existsSync, readFileSync } from 'node:fs';

const PAGES = [
  { page: 'docs/architecture.md', atLeast: 120 },
  { page: 'docs/glossary.md', atLeast: 30 },
  { page: 'CONTRIBUTING.md', atLeast: 15 },
  { page: 'SECURITY.md', atLeast: 1 },
  { page: 'README.md', atLeast: 5 },
];
const PATH =
  /^(?:(?:src|libs|apps|test|docs|\.ci|\.config)(?:\/[\w.-]+)*|[\w-]+\.(?:md|json|yml)|LICENSE|Dockerfile)\/?$/;

/** What stands in backticks or begins a line of a tree, and reads like a path from the top folder. */
function pathsOf(text: string): string[] {
  const trees = [...text.matchAll(/^```(?:text)?\n([\s\S]*?)^```$/gm)].flatMap(([, tree = '']) =>
    tree.split('\n').map((line) => line.split(/\s+/)[0] ?? ''),
  );
  const inline = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\s]+)`|\]\(([^)\s#]+)\)/g)].map(
    ([, code, link]) => code ?? link ?? '',
  );
  return [...trees, ...inline].filter((path) => PATH.test(path));
}

const missingOf = (text: string): string[] => pathsOf(text).filter((path) => !existsSync(path));

it.each(PAGES)('$page names files and folders that exist', ({ page, atLeast }) => {
  const text = readFileSync(page, 'utf8');
  expect(missingOf(text)).toEqual([]);
  expect(pathsOf(text).length).toBeGreaterThanOrEqual(atLeast);
});

it('finds a path that is gone, in a sentence, in a link and in a tree', () => {
  const text =
    'See `src/gone.ts` and [why](docs/gone.md), not `npm run` or `#gone`.\n\n```text\nlibs/gone   what it was\n```\n';
  expect(missingOf(text)).toEqual(['libs/gone', 'src/gone.ts', 'docs/gone.md']);
});
