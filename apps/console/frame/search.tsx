/** Ctrl K: one box for units, teams, people and work. The server folds marks; the hit is marked in the spelling that is stored. */
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { api, type Schemas } from '../api/client.ts';
import { useIdentity } from '../api/me.tsx';
import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { useAt } from '../ui/at.ts';
import { TextField } from '../ui/form.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Marked } from '../ui/marked.tsx';
import { PageModal } from '../ui/dialogs/page-modal.tsx';
import { type PlaceHit, placesFor } from './search-places.ts';

const debounceMs = 150;
type Hit = Schemas['SearchHits'][number];

const icons: Record<Hit['kind'], IconName> = {
  unit: 'building-community',
  team: 'users-group',
  person: 'user',
  assignment: 'send',
  session: 'school',
  report: 'checklist',
  directive: 'file-certificate',
};

/** Where a hit is read; a colleague without a team stands on the officers' page, where the reader may see it. */
function useOpenHit(close: () => void): (hit: Hit) => void {
  const navigate = useNavigate();
  const { may } = useIdentity();
  return (hit) => {
    close();
    const { kind, id } = hit;
    const teamId = kind === 'team' ? id : hit.teamId;
    if (teamId) void navigate({ to: '/teams/$teamId', params: { teamId } });
    else if (kind === 'assignment') void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: id } });
    else if (kind === 'report') void navigate({ to: '/reports/$reportId', params: { reportId: id } });
    else if (kind === 'session') void navigate({ to: '/training', search: { day: hit.day, session: id } });
    else if (kind === 'directive') void navigate({ to: '/documents', search: { q: hit.label } });
    else if (kind === 'unit') void navigate({ to: '/teams', search: { unit: id, ...(hit.day && { at: hit.day }) } });
    else if (may('committee.manage')) void navigate({ to: '/officers', search: { q: hit.label } });
  };
}

interface RowProps {
  id: string;
  icon: IconName;
  label: string;
  context: string;
  kind: Hit['kind'] | PlaceHit['kind'];
  query: string;
  current: boolean;
  onOpen: () => void;
}

function HitRow({ id, icon, label, context, kind, query, current, onOpen }: RowProps) {
  const { t } = useI18n();
  return (
    <li
      role="option"
      id={id}
      aria-selected={current}
      className="search-hit"
      data-current={current || undefined}
      onMouseDown={onOpen}
    >
      <Icon name={icon} />
      <span>
        <span>
          <Marked text={label} query={query} />
        </span>
        <span className="caption">{context}</span>
      </span>
      <span className="caption">{t(`search.kind.${kind}` as MessageId)}</span>
    </li>
  );
}

/** '2022-06' as "6/2022". */
const monthWord = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

type Row = Omit<RowProps, 'query' | 'current'>;

/** What is found of what is typed, acts and screens first. */
function useRows(query: string, close: () => void): { rows: Row[]; isFetching: boolean } {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { may, commune } = useIdentity();
  const open = useOpenHit(close);
  const at = useAt();
  const init = { params: { query: { q: query, ...(at && { at }) } } };
  const { data: hits = [], isFetching } = api.useQuery('get', '/search', init, { enabled: query.length > 0 });
  const go = ({ to, search }: PlaceHit) => {
    close();
    void navigate({ to, search: search ?? {} });
  };
  const places = placesFor(query, { t, may, commune: Boolean(commune) }).map(
    (place): Row => ({ ...place, id: `place-${place.id.replace(/\W+/g, '-')}`, context: '', onOpen: () => go(place) }),
  );
  const found = hits.map(
    (hit): Row => ({
      ...hit,
      id: `hit-${hit.kind}-${hit.id}`,
      icon: icons[hit.kind],
      label: hit.kind === 'report' ? t('search.report', { month: monthWord(hit.label) }) : hit.label,
      onOpen: () => open(hit),
    }),
  );
  return { rows: [...places, ...found], isFetching };
}

/** The rows of what is typed, and which one the arrows are on. */
function useHits(onClose: () => void) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [query] = useDebouncedValue(text.trim(), debounceMs);
  const { rows, isFetching } = useRows(query, onClose);
  useEffect(() => setAt(0), [query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && rows[at]) rows[at].onOpen();
    else return;
    event.preventDefault();
  };
  return { text, setText, at, query, rows, none: query !== '' && !isFetching && rows.length === 0, onKeyDown };
}

export function SearchModal({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { text, setText, at, query, rows, none, onKeyDown } = useHits(onClose);
  const list = { 'aria-expanded': rows.length > 0, 'aria-controls': 'search-hits' };
  const place = { size: 'lg', padding: 0, yOffset: '10vh', withCloseButton: false };
  return (
    <PageModal opened onClose={onClose} {...place} aria-label={t('search.title')}>
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
        aria-activedescendant={rows[at]?.id}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <ul id="search-hits" role="listbox" aria-label={t('search.results')} className="search-hits">
        {rows.map((row, index) => (
          <HitRow key={row.id} {...row} query={query} current={index === at} />
        ))}
      </ul>
      {none && <p className="search-none">{t('search.none', { q: query })}</p>}
      {!query && <p className="search-none">{t('search.hint')}</p>}
    </PageModal>
  );
}
