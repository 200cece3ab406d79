/** Ctrl K: one box for units, teams, people and work. The server folds marks; the hit is marked in the spelling that is stored. */
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { api, type Schemas } from '../api/client.ts';
import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { TextField } from '../ui/form.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Marked } from '../ui/marked.tsx';

const debounceMs = 150;
type Hit = Schemas['SearchHits'][number];

const icons: Record<Hit['kind'], IconName> = {
  unit: 'building-community',
  team: 'users-group',
  person: 'user',
  assignment: 'send',
};

function useOpenHit(close: () => void): (hit: Hit) => void {
  const navigate = useNavigate();
  return (hit) => {
    close();
    if (hit.kind === 'team') void navigate({ to: '/teams/$teamId', params: { teamId: hit.id } });
    else if (hit.kind === 'assignment')
      void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: hit.id } });
    else if (hit.kind === 'unit') void navigate({ to: '/teams', search: { unit: hit.id } });
    else void navigate({ to: '/teams', search: { q: hit.label } });
  };
}

function HitRow({ hit, query, current, onOpen }: { hit: Hit; query: string; current: boolean; onOpen: () => void }) {
  const { t } = useI18n();
  return (
    <li
      role="option"
      id={`hit-${hit.kind}-${hit.id}`}
      aria-selected={current}
      className="search-hit"
      data-current={current || undefined}
      onMouseDown={onOpen}
    >
      <Icon name={icons[hit.kind]} />
      <span>
        <span>
          <Marked text={hit.label} query={query} />
        </span>
        <span className="caption">{hit.context}</span>
      </span>
      <span className="caption">{t(`search.kind.${hit.kind}` as MessageId)}</span>
    </li>
  );
}

/** The hits of what is typed, and which one the arrows are on. */
function useHits(onClose: () => void) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [query] = useDebouncedValue(text.trim(), debounceMs);
  const init = { params: { query: { q: query } } };
  const { data: hits = [], isFetching } = api.useQuery('get', '/search', init, { enabled: query.length > 0 });
  const open = useOpenHit(onClose);
  useEffect(() => setAt(0), [query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && hits[at]) open(hits[at]);
    else return;
    event.preventDefault();
  };
  return { text, setText, at, query, hits, none: query !== '' && !isFetching && hits.length === 0, open, onKeyDown };
}

const hitId = (hit: Hit | undefined): string | undefined => hit && `hit-${hit.kind}-${hit.id}`;

export function SearchModal({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { text, setText, at, query, hits, none, open, onKeyDown } = useHits(onClose);
  const list = { 'aria-expanded': hits.length > 0, 'aria-controls': 'search-hits' };
  const place = { size: 'lg', padding: 0, yOffset: '10vh', centered: false, withCloseButton: false };
  return (
    <Modal opened onClose={onClose} {...place} aria-label={t('search.title')}>
      <TextField
        size="md"
        variant="unstyled"
        className="search-input"
        leftSection={<Icon name="search" />}
        placeholder={t('search.long')}
        aria-label={t('search.long')}
        value={text}
        data-autofocus
        role="combobox"
        {...list}
        aria-activedescendant={hitId(hits[at])}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <ul id="search-hits" role="listbox" aria-label={t('search.results')} className="search-hits">
        {hits.map((hit, index) => (
          <HitRow key={hitId(hit)} hit={hit} query={query} current={index === at} onOpen={() => open(hit)} />
        ))}
      </ul>
      {none && <p className="search-none">{t('search.none', { q: query })}</p>}
      {!query && <p className="search-none">{t('search.hint')}</p>}
    </Modal>
  );
}
