import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { finds } from '#i18n/spoken';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import { roleWord } from '../../ui/text/role-word.ts';
import { EmptyState, Loaded, MaskedPhone, NoMatch } from '../../ui/states.tsx';
import './no-route.css';

type Row = Schemas['NoRouteRow'];
const pageSize = 200;

/** All pages: the list is printed whole. */
async function readAll(unitId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, error } = await client.GET('/units/{unitId}/no-route', {
      params: { path: { unitId }, query: { limit: pageSize, ...(cursor && { cursor }) } },
    });
    if (!data) throw error;
    rows.push(...data.items);
    if (!data.nextCursor) return rows;
    cursor = data.nextCursor;
  }
}

function Line({ row, above }: { row: Row; above: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <tr>
      <td className="call-box print-only" aria-hidden="true">
        <span className="tick-box" />
      </td>
      <td>
        <b>{row.person.fullName}</b>
        <span className="cell-2">{roleWord(i18n, row.role)}</span>
      </td>
      <td>
        <Link to="/teams/$teamId" params={{ teamId: row.team.id }}>
          {row.team.name}
        </Link>
        {above && <span className="cell-2">{row.commune.name}</span>}
      </td>
      <td>
        <MaskedPhone masked={row.phoneMasked} />
      </td>
      <td className="hide-small">{t(`call.why.${row.why}`)}</td>
    </tr>
  );
}

function Sheet({ rows }: { rows: readonly Row[] }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  return (
    <table className="dt-table plain-table">
      <thead>
        <tr>
          <th className="print-only">
            <span className="visually-hidden">{t('call.tick')}</span>
          </th>
          <th>{t('member.name')}</th>
          <th>{t('assign.col.team')}</th>
          <th>{t('member.phone')}</th>
          <th className="hide-small">{t('noRoute.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={`${row.person.id}-${row.team.id}`} row={row} above={!commune} />
        ))}
      </tbody>
    </table>
  );
}

function List({ rows }: { rows: readonly Row[] }) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  if (rows.length === 0)
    return (
      <EmptyState icon="circle-check" title={t('noRoute.empty')}>
        {t('noRoute.emptyText')}
      </EmptyState>
    );
  const isFound = finds(text);
  const shown = rows.filter((row) => isFound(`${row.person.fullName} ${row.team.name} ${row.commune.name}`));
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('noRoute.find')} value={text} onChange={setText} width={260} />
        <span className="caption">{t('noRoute.invite')}</span>
      </div>
      {shown.length > 0 && <Sheet rows={shown} />}
      {shown.length === 0 && (
        <div className="dt-empty">
          <NoMatch text={t('search.none', { q: text })} onClear={() => setText('')} />
        </div>
      )}
      <PrintMark />
    </>
  );
}

/** Members whom no channel and no session reaches, with masked numbers, to print. */
export function NoRoutePage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const query = useQuery({
    queryKey: ['get', '/units/{unitId}/no-route', post.unit.id],
    queryFn: () => readAll(post.unit.id),
  });
  const count = query.data?.length ?? 0;
  const print = (
    <Button leftSection={<Icon name="printer" />} onClick={() => window.print()}>
      {t('act.printList')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.channels'), to: '/channels' }}
        title={t('noRoute.title')}
        state={query.data && t('noRoute.sub', { n: count })}
        main={count > 0 && print}
      />
      <Card className="no-route">
        <Loaded query={query} rows={8}>
          {(rows) => <List rows={rows} />}
        </Loaded>
      </Card>
    </div>
  );
}
