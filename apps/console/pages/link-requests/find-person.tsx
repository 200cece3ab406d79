import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Marked } from '../../ui/marked.tsx';
import type { Choice } from './choice.ts';

const debounceMs = 150;
const shown = 6;

/** Somebody of the officer's place whom the number did not lead to; marks need not be typed. */
export function FindPerson({ label, onTake }: { label?: string; onTake: (choice: Choice) => void }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), debounceMs);
  const { data, isFetching } = api.useQuery(
    'get',
    '/search',
    { params: { query: { q: query } } },
    { enabled: query !== '' },
  );
  const people = query === '' ? [] : (data ?? []).filter((hit) => hit.kind === 'person').slice(0, shown);
  const take = (hit: (typeof people)[number]) => {
    onTake({ id: hit.id, name: hit.label, place: hit.context });
    setText('');
  };
  return (
    <div className="link-find">
      <TextField
        label={label ?? t('link.find')}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={setText}
        autoComplete="off"
      />
      {people.length > 0 && (
        <ul className="link-hits">
          {people.map((hit) => (
            <li key={hit.id}>
              <button type="button" onClick={() => take(hit)}>
                <span>
                  <Marked text={hit.label} query={query} />
                </span>
                <span className="caption">{hit.context}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {query !== '' && data && !isFetching && people.length === 0 && (
        <p className="caption">{t('link.findNone', { q: query })}</p>
      )}
    </div>
  );
}
