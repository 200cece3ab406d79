import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Dialog, FormFoot } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { type TeamRow, type TeamsWanted, useOverviewTeams } from './use-overview.ts';

/** What of the overview is opened: its teams, of the whole or of one commune. */
export interface Opened {
  what: TeamsWanted;
  unit: { id: string; fullName: string };
}

function Row({ row, what }: { row: TeamRow; what: TeamsWanted }) {
  const { t } = useI18n();
  const facts = what === 'late' ? t('over.lateTasks', { n: row.lateTasks }) : t('over.quietDays', { n: row.quietDays });
  return (
    <li>
      <div>
        <Link to="/teams/$teamId" params={{ teamId: row.id }} className="cell-link">
          {row.name}
        </Link>
        <span className="cell-2">{row.unit.fullName}</span>
      </div>
      <span className={row.quietDays > 0 || what === 'late' ? 'num late' : 'num'}>{facts}</span>
    </li>
  );
}

/** The teams behind a figure, by commune and name; each opens the team. */
export function TeamsDialog({ opened, month, onClose }: { opened: Opened; month: string; onClose: () => void }) {
  const { t } = useI18n();
  const pages = useOverviewTeams(opened.unit.id, opened.what, month, useAt());
  return (
    <Dialog title={t(`over.list.${opened.what}`, { unit: opened.unit.fullName })} size="lg" onClose={onClose}>
      <Loaded query={pages} rows={5}>
        {() => (
          <>
            <p className="caption" role="status">
              {t('over.listTeams', { n: pages.total })}
            </p>
            <ul className="dash-list over-teams">
              {pages.rows.map((row) => (
                <Row key={row.id} row={row} what={opened.what} />
              ))}
            </ul>
            <MoreRows more={pages.more} hasMore={pages.hasMore} />
          </>
        )}
      </Loaded>
      <FormFoot label={t('act.close')} onAct={onClose} />
    </Dialog>
  );
}
