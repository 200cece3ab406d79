import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type RowOf, useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { HeaderLink } from '../../ui/header/header-menu.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { useViewportStep } from '../../ui/viewport.ts';
import { isWaiting, stateLooks } from './merger-form.ts';
import './reforms.css';

const address = '/units/{unitId}/reorganisations';
export type Reform = RowOf<typeof address>;
/** Below this the day and the state stand under the title. */
const narrowBelow = 720;
const idOf = ({ id }: Reform) => id;

function StateCell({ reform }: { reform: Reform }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const waits = isWaiting(reform, me.today);
  const notes = [
    !reform.directive && t('reforms.noPaper'),
    reform.late && reform.state !== 'draft' && t('reforms.late'),
  ].filter(Boolean);
  return (
    <>
      <Chip {...(waits ? { tone: 'late', icon: 'alert-triangle' } : stateLooks[reform.state])}>
        {t(waits ? 'reforms.waits' : `reforms.${reform.state}`)}
      </Chip>
      {notes.length > 0 && <span className="cell-2">{notes.join(' · ')}</span>}
    </>
  );
}

/** @param day where it has no column of its own */
function TitleCell({ reform, day }: { reform: Reform; day: string | null }) {
  return (
    <>
      <Link className="strong-link" to="/reforms/$reformId" params={{ reformId: reform.id }}>
        {reform.title}
      </Link>
      {reform.directive && <span className="cell-2">{reform.directive.citation}</span>}
      {day && (
        <span className="reform-narrow">
          <span className="num">{day}</span>
          <StateCell reform={reform} />
        </span>
      )}
    </>
  );
}

const actColumn = (header: string, value: (row: Reform) => string): Column<Reform> => ({
  id: 'act',
  header,
  value,
  cell: (row) => (
    <Link className="link" to="/reforms/$reformId" params={{ reformId: row.id }}>
      {value(row)}
    </Link>
  ),
  width: 150,
});

function useColumns(): Column<Reform>[] {
  const { t, lang } = useI18n();
  const narrow = useViewportStep() < narrowBelow;
  return useMemo(() => {
    const day = ({ onDate }: Reform) => formatDate(onDate, lang, { withYear: true });
    const title: Column<Reform> = {
      id: 'title',
      header: t('reforms.col.title'),
      value: (row) => row.title,
      cell: (row) => <TitleCell reform={row} day={narrow ? day(row) : null} />,
    };
    const rest: Column<Reform>[] = [
      { id: 'day', header: t('reforms.col.day'), value: day, width: 120 },
      {
        id: 'state',
        header: t('reforms.col.state'),
        value: (row) => t(`reforms.${row.state}`),
        cell: (row) => <StateCell reform={row} />,
        width: 200,
      },
      actColumn(t('reforms.col.act'), (row) => t(`reforms.act.${row.state}`)),
    ];
    return narrow ? [title] : [title, ...rest];
  }, [t, lang, narrow]);
}

function useBegin() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const merge = (
    <Button leftSection={<Icon name="plus" />} onClick={() => void navigate({ to: '/reforms/new' })}>
      {t('reforms.merge')}
    </Button>
  );
  const begin = (
    <>
      <Button variant="default" onClick={() => void navigate({ to: '/reforms/split' })}>
        {t('reforms.split')}
      </Button>
      {merge}
    </>
  );
  return { merge, begin };
}

/** What is being prepared of the commune's hamlets, and what was: the nearest day first. */
export function ReformsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const pages = useList(address, { path: { unitId: post.unit.id }, query: { limit: 50 } }, { idOf });
  const columns = useColumns();
  const { merge, begin } = useBegin();
  return (
    <div className="page">
      <PageHeader
        title={t('reforms.title')}
        hint={t('reforms.sub')}
        main={pages.total > 0 && merge}
        acts={
          pages.total > 0 && (
            <HeaderLink icon="sitemap" to="/reforms/split">
              {t('reforms.split')}
            </HeaderLink>
          )
        }
      />
      <ListCard
        pages={pages}
        columns={columns}
        rowId={idOf}
        label={t('reforms.title')}
        what={t('reforms.unit', { n: pages.total })}
        onOpen={(row) => void navigate({ to: '/reforms/$reformId', params: { reformId: row.id } })}
        footLeft={<span>{t('reforms.foot')}</span>}
        empty={{ icon: 'sitemap', title: t('reforms.empty'), text: t('reforms.emptyText'), actions: begin }}
      />
    </div>
  );
}
