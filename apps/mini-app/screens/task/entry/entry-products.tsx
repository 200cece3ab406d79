/** The products behind a number, and which of them a colleague has named too: each counts once. */
import type { ProgressEntry } from '#client';
import { t } from '../../../model/words/words.ts';

export function EntryProducts({ entry }: { entry: ProgressEntry }) {
  if (!entry.products?.length) return null;
  const counted = entry.products.filter((product) => product.counted);
  return (
    <>
      {counted.length > 0 && <span class="muted">{counted.map(({ name }) => name).join(', ')}</span>}
      {doublesOf(entry).map((line) => (
        <span class="wait-word" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}

/** Said to whoever was first and to whoever came second. */
export function doublesOf({ products = [] }: ProgressEntry): string[] {
  return products.flatMap(({ name, counted, firstBy, alsoBy }) => [
    ...(counted ? [] : [firstBy ? t('ocop.firstBy', { name, by: firstBy.fullName }) : t('ocop.before', { name })]),
    ...alsoBy.map((by) => t('ocop.alsoBy', { name, by: by.fullName })),
  ]);
}
