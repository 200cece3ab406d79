import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import type { Load } from './use-committee.ts';

interface AloneProps {
  load: Load;
  canChange: boolean;
  onAssign: (teamId: string) => void;
}

/** Teams that nobody looks after, and who would take one with the least on them. */
export function AloneCard({ load, canChange, onAssign }: AloneProps) {
  const { t } = useI18n();
  return (
    <Card title={t('committee.alone', { n: load.alone.length })}>
      <ul className="committee-alone">
        {load.alone.map(({ id, name, quietDays, silent, lightest }) => (
          <li key={id}>
            <div>
              <Link className="cell-link" to="/teams/$teamId" params={{ teamId: id }}>
                {name}
              </Link>
              {lightest && (
                <span className="cell-2">
                  {t('committee.lightest', { name: lightest.person.fullName, n: lightest.teams })}
                </span>
              )}
            </div>
            <div className="committee-alone-act">
              {quietDays !== null && (
                <b className="num" data-silent={silent || undefined}>
                  {t('committee.days', { n: quietDays })}
                </b>
              )}
              {canChange && (
                <button
                  type="button"
                  className="strong-link"
                  aria-label={`${t('committee.assign')}: ${name}`}
                  onClick={() => onAssign(id)}
                >
                  {t('committee.assign')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
