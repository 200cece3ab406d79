/** Ctrl K: one box for units, teams, people and work. The server folds marks; the hit is marked in the spelling that is stored. */
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { api, type Schemas } from '../api/client.ts';
import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Marked } from '../ui/marked.tsx';

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

export function SearchModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [query] = useDebouncedValue(text.trim(), 150);
  const { data = [], isFetching } = api.useQuery(
    'get',
    '/search',
    { params: { query: { q: query } } },
    { enabled: opened && query.length > 0 },
  );
  const open = useOpenHit(onClose);
  useEffect(() => setAt(0), [query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, data.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && data[at]) open(data[at]);
    else return;
    event.preventDefault();
  };
  const hit = data[at];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      padding={0}
      yOffset="10vh"
      centered={false}
      aria-label={t('search.title')}
    >
      <TextInput
        size="md"
        variant="unstyled"
        className="search-input"
        leftSection={<Icon name="search" />}
        placeholder={t('search.long')}
        aria-label={t('search.long')}
        value={text}
        data-autofocus
        role="combobox"
        aria-expanded={data.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hit && `hit-${hit.kind}-${hit.id}`}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ul id="search-hits" role="listbox" aria-label={t('search.results')} className="search-hits">
        {data.map((row, index) => (
          <HitRow
            key={`${row.kind}-${row.id}`}
            hit={row}
            query={query}
            current={index === at}
            onOpen={() => open(row)}
          />
        ))}
      </ul>
      {query && !isFetching && data.length === 0 && <p className="search-none">{t('search.none', { q: query })}</p>}
      {!query && <p className="search-none">{t('search.hint')}</p>}
    </Modal>
  );
}
