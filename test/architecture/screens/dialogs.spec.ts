/** A dialogue of the library leaves the page behind it in reach of keys and screen readers; ours does not. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../apps/console/', import.meta.url));
/** Where the page behind is made inert. */
const own = new Set(['ui/dialogs/page-modal.tsx', 'ui/form.tsx']);

it('is taken of ours alone', () => {
  const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx') && !own.has(path))
    .filter((path) =>
      /import \{[^}]*\b(Modal|Drawer)\b[^}]*\} from '@mantine\/core'/.test(readFileSync(`${root}${path}`, 'utf8')),
    );
  expect(others).toEqual([]);
});
