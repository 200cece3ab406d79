import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { RemindedNote } from '../campaigns/reminded-note.tsx';
import type { Dashboard } from './dashboard-facts.ts';

const shownUpTo = 8;

function Remind({ board }: { board: Dashboard }) {
  const { t } = useI18n();
  const remind = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/report-board/remind', {
        params: { path: { unitId: board.unit.id }, header },
        body: { month: board.month, unitIds: board.late.map(({ unit }) => unit.id) },
      }),
    touches: ['/units/{unitId}/report-board', '/units/{unitId}/dashboard'],
    done: ({ reminded, skipped }) => showNotice(t('rb.reminded', { n: reminded, m: skipped })),
  });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icon name="bell-ringing" size={16} />}
      loading={remind.isPending}
      onClick={() => remind.mutate()}
    >
      {t('dash.remind', { n: board.late.length })}
    </Button>
  );
}

function More({ n }: { n: number }) {
  const { t } = useI18n();
  return n > 0 ? <li className="muted">{t('dash.more', { n })}</li> : null;
}

/** Units whose report is not there although its day is over. */
export function LateCard({ board }: { board: Dashboard }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const { late } = board;
  return (
    <Card title={t('dash.late')} aside={may('report.receive') && late.length > 0 && <Remind board={board} />}>
      <ul className="dash-list">
        {late.slice(0, shownUpTo).map(({ unit, daysLate, reminded }) => (
          <li key={unit.id}>
            <div>
              {unit.fullName}
              <RemindedNote reminded={reminded} />
            </div>
            <b className="late num">{t('dash.days', { n: daysLate })}</b>
          </li>
        ))}
        <More n={late.length - shownUpTo} />
        {late.length === 0 && (
          <li className="good-text">
            <span>
              <Icon name="circle-check" size={18} /> {t('dash.lateNone')}
            </span>
          </li>
        )}
      </ul>
      {may('report.receive') && (
        <div className="card-foot">
          <Link to="/report-board" search={{ month: board.month }} className="strong-link">
            {t('dash.board')} <Icon name="arrow-right" size={15} />
          </Link>
        </div>
      )}
    </Card>
  );
}

/** Communes by how many of their teams have nothing confirmed in the period. */
export function SilentCard({ board }: { board: Dashboard }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const { silent } = board;
  const total = silent.reduce((sum, { teams }) => sum + teams, 0);
  return (
    <Card
      title={t('dash.silent')}
      note={t('dash.silentNote')}
      aside={total > 0 && <b className="num">{t('dash.teams', { n: total })}</b>}
    >
      <ul className="dash-list">
        {silent.slice(0, shownUpTo).map(({ unit, teams }) => (
          <li key={unit.id}>
            {may('team.read') ? (
              <Link className="cell-link" to="/teams" search={{ unit: unit.id }}>
                {unit.fullName}
              </Link>
            ) : (
              <span>{unit.fullName}</span>
            )}
            <b className="num">{t('dash.teams', { n: teams })}</b>
          </li>
        ))}
        <More n={silent.length - shownUpTo} />
        {silent.length === 0 && (
          <li className="good-text">
            <span>
              <Icon name="circle-check" size={18} /> {t('dash.silentNone')}
            </span>
          </li>
        )}
      </ul>
    </Card>
  );
}
