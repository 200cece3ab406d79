import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { deadlineText } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import './allotments.css';

type Row = Schemas['AllotmentRow'];

function Stand({ row }: { row: Row }) {
  const { t } = useI18n();
  const { commune } = useIdentity();
  if (row.cancelledAt) return <b className="caption">{t('state.cancelled')}</b>;
  if (row.waiting === 0) return <span className="good">{t('allot.allHanded')}</span>;
  return (
    <span className="warn">
      {commune
        ? t('allot.leftRow', { n: row.figures.target - row.handedOn })
        : t('allot.waitingRow', { n: row.waiting })}
    </span>
  );
}

function Item({ row }: { row: Row }) {
  const { t, n, lang } = useI18n();
  const { commune, may } = useIdentity();
  const navigate = useNavigate();
  const { figures, indicator } = row;
  const parts = [
    { value: figures.confirmed, color: 'bar-ok' },
    { value: Math.max(0, figures.reported - figures.confirmed), color: 'bar-2' },
  ];
  const open = commune && !row.cancelledAt && row.waiting > 0 && may('assignment.issue');
  return (
    <li>
      <div className="allot-text">
        <Link className="cell-link" to="/allotments/$allotmentId" params={{ allotmentId: row.id }}>
          {row.title}
        </Link>
        <span className="caption">
          {row.issuer.fullName} · {deadlineText(row.dueOn, Date.now(), 'brief', lang)} · <Stand row={row} />
        </span>
      </div>
      <div className="allot-figure">
        <span className="num">
          <b>{n(figures.reported)}</b>/{n(figures.target)}
        </span>{' '}
        <span className="caption">{lang === 'en' ? indicator.unitEn : indicator.unit}</span>
        <Bar
          parts={parts}
          of={Math.max(figures.target, 1)}
          label={t('home.reportedOf', { a: figures.reported, b: figures.target })}
        />
      </div>
      {open && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="send" size={16} />}
          onClick={() => void navigate({ to: '/assignments/new', search: { origin: row.id } })}
        >
          {t('allot.handOn')}
        </Button>
      )}
    </li>
  );
}

/** Numbers that communes were given: of a commune its own, above it all of them. Nothing where there is none. */
export function AllotmentsCard() {
  const { t } = useI18n();
  const { post, commune } = useIdentity();
  const path = { unitId: post.unit.id };
  const pages = usePages<Row, Schemas['AllotmentPage']>(
    '/units/{unitId}/allotments',
    { params: { path } },
    (cursor) => client.GET('/units/{unitId}/allotments', { params: { path, query: cursor } }),
    { idOf: (row) => row.id },
  );
  if (pages.rows.length === 0) return null;
  return (
    <Card title={t('allot.listTitle')} note={t(commune ? 'allot.listOwn' : 'allot.listAbove')}>
      <ul className="allotments">
        {pages.rows.map((row) => (
          <Item key={row.id} row={row} />
        ))}
      </ul>
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
    </Card>
  );
}
