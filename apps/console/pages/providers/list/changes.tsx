import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { partOf } from '../use-coverage.ts';
import type { Report } from './use-coverage-list.ts';

/** As in the grid: all hamlets, some of them with how many, none. */
function Covered({ n: covered, of }: { n: number; of: number }) {
  const { n } = useI18n();
  const part = partOf(covered, of);
  return (
    <span className="coverage-cell coverage-still" data-part={part}>
      {part === 'whole' && <Icon name="check" size={15} />}
      {part === 'none' ? '–' : n(covered)}
    </span>
  );
}

/** What the list does, commune by commune, before anything is written. */
export function Changes({ report }: { report: Report }) {
  const { t, n, lang } = useI18n();
  const { communes, unchanged } = report;
  return (
    <Card
      title={t('coverageList.changes')}
      note={t('coverageList.changesNote', { n: communes.length, same: unchanged })}
    >
      {communes.length === 0 ? (
        <p className="card-body muted">{t('coverageList.noChange')}</p>
      ) : (
        <div className="flow-table coverage-changes">
          <table className="dt-table plain-table">
            <thead>
              <tr>
                <th>{t('coverageList.col.unit')}</th>
                <th className="num">{t('coverageList.col.hamlets')}</th>
                <th>{t('coverageList.col.before')}</th>
                <th>{t('coverageList.col.after')}</th>
              </tr>
            </thead>
            <tbody>
              {communes.map(({ unit, hamlets, before, after, ended }) => (
                <tr key={unit.id}>
                  <th scope="row">{unit.fullName}</th>
                  <td className="num">{n(hamlets)}</td>
                  <td>
                    <Covered n={before} of={hamlets} />
                  </td>
                  <td>
                    <Covered n={after} of={hamlets} />
                    {ended && ended.hamlets !== after && (
                      <span className="caption">
                        {t('coverageList.ended', {
                          n: ended.hamlets,
                          all: hamlets,
                          day: formatDate(ended.on, lang, { withYear: true }),
                        })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
