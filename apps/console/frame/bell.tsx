import { Popover, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { api, client, commandHeader, queryClient, type Schemas } from '../api/client.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';

type Entry = Schemas['InboxEntry'];

async function markSeen(entries: readonly Entry[]): Promise<void> {
  const ids = entries.filter((entry) => !entry.seenAt).map((entry) => entry.id);
  if (ids.length === 0) return;
  await client.POST('/me/inbox/seen', { params: { header: commandHeader() }, body: { ids } });
  await queryClient.invalidateQueries({ queryKey: ['get', '/me/inbox'] });
}

function EntryRow({ entry, onOpen }: { entry: Entry; onOpen: () => void }) {
  const { lang } = useI18n();
  return (
    <li>
      <button type="button" className="bell-entry" data-unseen={!entry.seenAt || undefined} onClick={onOpen}>
        <strong>{entry.title}</strong>
        <span>{entry.body}</span>
        <span className="caption num">{formatMoment(entry.at, Date.now(), lang)}</span>
      </button>
    </li>
  );
}

export function Bell() {
  const { t, n } = useI18n();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { data } = api.useQuery('get', '/me/inbox', { params: { query: { limit: 20 } } }, { staleTime: 30_000 });
  const unseen = data?.unseen ?? 0;
  const toggle = () => {
    if (open && data) void markSeen(data.items);
    setOpen(!open);
  };
  const go = (entry: Entry) => {
    void markSeen([entry]);
    setOpen(false);
    if (entry.assignmentId)
      void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: entry.assignmentId } });
    else if (entry.page) void navigate({ href: entry.page });
    else if (entry.kind === 'listReady') void navigate({ to: '/reports' });
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus>
      <Popover.Target>
        <UnstyledButton className="header-bell" onClick={toggle} aria-label={t('bell.label', { n: unseen })}>
          <Icon name="bell" size={20} />
          {unseen > 0 && <span className="header-bell-count num">{n(unseen)}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('bell.title')}>
        <h2 className="bell-title">{t('bell.title')}</h2>
        <div className="bell-scroll">
          <ul className="bell-list">
            {(data?.items ?? []).map((entry) => (
              <EntryRow key={entry.id} entry={entry} onOpen={() => go(entry)} />
            ))}
          </ul>
          {data?.items.length === 0 && <p className="bell-empty">{t('bell.empty')}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
