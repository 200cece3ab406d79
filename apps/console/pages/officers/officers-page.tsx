import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { PostState } from '#contracts/access/officers';
import { formatMoment } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { Pages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, FilterChips, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { InviteModal } from '../person/invite-modal.tsx';
import { AppointDialog } from './appoint-dialog.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { HandoverDialog } from './handover/handover-dialog.tsx';
import { InviteSlips } from './invite-slips.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import { type ChosenPosts, useChosenPosts } from './many/use-chosen.ts';
import './officers.css';
import { PostTable } from './post-table.tsx';
import { neverIn, type OfficerPost, type PostAct, usePosts } from './use-posts.ts';
import { HeaderLink } from '../../ui/header/header-menu.tsx';

const MergeDialog = later(() => import('../person/merge/merge-dialog.tsx'), 'MergeDialog');
const AgencyCard = later(() => import('./agency/agency-card.tsx'), 'AgencyCard', ['agency']);
const route = getRouteApi('/officers');
type Filter = PostState | 'all';
const filters: readonly Filter[] = ['all', 'vacant', 'never', 'standIn', 'asking', 'later', 'held'];
type Found = Pages<OfficerPost, Schemas['OfficerPostPage']>;
type Open = { act: PostAct; row: OfficerPost } | { act: 'new' } | { act: 'slips' } | null;

function useAsked() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { filter?: string; q?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  return { filter: filters.find((each) => each === search.filter) ?? 'all', q: search.q ?? '', set };
}

type Search = ReturnType<typeof useAsked>;

/** Who cannot get in stands first: somebody waits at a closed door. */
function Asking({ rows, count, onSee }: { rows: readonly OfficerPost[]; count: number; onSee: () => void }) {
  const { t, lang } = useI18n();
  const first = rows.find(({ state }) => state === 'asking');
  if (count === 0) return null;
  const named =
    count === 1 && first?.askedAt
      ? t('officers.asking', {
          name: first.person?.fullName ?? '',
          unit: first.unit.fullName,
          at: formatMoment(first.askedAt, Date.now(), lang),
        })
      : t('officers.askingMore', { n: count });
  return (
    <Notice
      tone="late"
      icon="lock"
      action={
        <Button size="xs" variant="default" onClick={onSee}>
          {t('officers.see')}
        </Button>
      }
    >
      <b>{named}</b> {t('officers.callFirst')}
    </Notice>
  );
}

function Toolbar({ counts, all, at }: { counts: Schemas['OfficerPostPage']['counts']; all: number; at: Search }) {
  const { t } = useI18n();
  const options = filters
    .map((key) => ({ key, label: t(`officers.f.${key}`), count: key === 'all' ? all : (counts[key] ?? 0) }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  return (
    <div className="toolbar">
      <SearchField
        label={t('officers.find')}
        value={at.q}
        width={290}
        onChange={(q) => at.set({ q: q || undefined })}
      />
      <FilterChips<Filter>
        label={t('officers.col.state')}
        options={options}
        value={at.filter}
        onChange={(filter) => at.set({ filter: filter === 'all' ? undefined : filter })}
      />
    </div>
  );
}

interface ListProps {
  pages: Found;
  at: Search;
  chosen: ChosenPosts;
  onOpen: (open: Open) => void;
}

function List({ pages, at, chosen, onOpen }: ListProps) {
  const { t } = useI18n();
  const { posts = 0 } = pages.data ?? {};
  if (posts === 0 && at.q === '')
    return (
      <EmptyState icon="users-group" title={t('officers.empty')}>
        {t('officers.emptyText')}
      </EmptyState>
    );
  return (
    <>
      <Toolbar counts={pages.data?.counts ?? {}} all={posts} at={at} />
      {chosen.count > 0 && <ChosenBar chosen={chosen} total={pages.total} onPrint={() => onOpen({ act: 'slips' })} />}
      {pages.rows.length > 0 ? (
        <PostTable rows={pages.rows} chosen={chosen} onAct={(act, row) => onOpen({ act, row })} />
      ) : (
        <div className="dt-empty">
          <NoMatch text={t('officers.noMatch')} onClear={() => at.set({ filter: undefined, q: undefined })} />
        </div>
      )}
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
      <div className="card-foot">
        <span>{t('officers.printShown', { n: pages.rows.length, all: pages.total })}</span>
      </div>
    </>
  );
}

interface DialogsProps {
  open: Open;
  chosen: readonly OfficerPost[];
  onOpen: (open: Open) => void;
}

function Dialogs({ open, chosen, onOpen }: DialogsProps) {
  const [appointed, setAppointed] = useState<Schemas['PersonRef'] | null>(null);
  const close = () => onOpen(null);
  if (appointed) return <InviteModal person={appointed} onClose={() => setAppointed(null)} />;
  if (!open) return null;
  const onDone = (person: Schemas['PersonRef']) => {
    setAppointed(person);
    close();
  };
  if (open.act === 'new') return <AppointDialog unit={null} onClose={close} onDone={onDone} />;
  if (open.act === 'slips') return <InviteSlips rows={chosen.filter(neverIn)} onClose={close} />;
  const { act, row } = open;
  if (act === 'invite') return row.person && <InviteModal person={row.person} onClose={close} />;
  if (act === 'lift') return row.person && <LiftDialog person={row.person} onClose={close} />;
  if (act === 'merge')
    return (
      row.person && (
        <Suspense>
          <MergeDialog person={row.person} onClose={close} />
        </Suspense>
      )
    );
  if (act === 'appoint') return <AppointDialog unit={row.unit} onClose={close} onDone={onDone} />;
  if (row.id === null) return null;
  return <HandoverDialog row={{ ...row, id: row.id }} mode={act} onClose={close} onDone={onDone} />;
}

/** Every post has a person who really signs in: who holds which, who was never in, who cannot get in, what is vacant. */
export function OfficersPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const at = useAsked();
  const pages = usePosts({ q: at.q, ...(at.filter !== 'all' && { state: at.filter }) });
  const chosen = useChosenPosts(pages, `${at.filter} ${at.q}`);
  const [open, setOpen] = useState<Open>(null);
  const { posts = 0, counts } = pages.data ?? {};
  return (
    <div className="page officers">
      <PageHeader
        title={t('officers.title')}
        state={counts && t('officers.sub', { n: posts, held: posts - (counts.vacant ?? 0), never: counts.never ?? 0 })}
        main={
          may('post.manage') && (
            <Button leftSection={<Icon name="user-plus" />} onClick={() => setOpen({ act: 'new' })}>
              {t('officers.appoint')}
            </Button>
          )
        }
        acts={
          may('post.manage') && (
            <HeaderLink icon="file-spreadsheet" to="/officers/import" note="Excel">
              {t('officers.import')}
            </HeaderLink>
          )
        }
      />
      <Asking rows={pages.rows} count={counts?.asking ?? 0} onSee={() => at.set({ filter: 'asking', q: undefined })} />
      {may('channel.manage') && (
        <Suspense>
          <AgencyCard />
        </Suspense>
      )}
      <Card>
        <Loaded query={pages} rows={10}>
          {() => <List pages={pages} at={at} chosen={chosen} onOpen={setOpen} />}
        </Loaded>
      </Card>
      <Dialogs open={open} chosen={chosen.rows} onOpen={setOpen} />
    </div>
  );
}
