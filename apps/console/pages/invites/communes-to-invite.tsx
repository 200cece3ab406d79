import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';

/** Of an office above the communes: where members still have to come in, the most of them first. */
export function CommunesToInvite({ readiness }: { readiness: Schemas['Readiness'] }) {
  const { t } = useI18n();
  const left = ({ members, opened }: Schemas['Readiness']['communes'][number]) => members - opened;
  const rows = readiness.communes.filter(({ members }) => members > 0).sort((a, b) => left(b) - left(a));
  return (
    <>
      <PageHeader
        title={t('invites.title')}
        state={t('invites.sub', { opened: readiness.opened, people: readiness.members })}
      />
      <Card title={t('invites.communes')} note={t('invites.communesNote')}>
        {rows.length === 0 && <p className="card-body">{t('invites.communesNone')}</p>}
        <ul className="invites-communes">
          {rows.map((row) => (
            <li key={row.unit.id}>
              <b>{row.unit.fullName}</b>
              <span className="invites-opened">
                <Bar
                  parts={[{ value: row.opened, color: 'bar-1' }]}
                  of={row.members}
                  label={t('invites.openedOf', { opened: row.opened, all: row.members })}
                />
                <span className="num">
                  {row.opened}/{row.members}
                </span>
              </span>
              {left(row) > 0 && (
                <Link to="/invites" search={{ unit: row.unit.id }} className="strong-link">
                  {t('invites.communeAct', { n: left(row) })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
