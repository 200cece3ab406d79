import { formatDate, addDays } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { doesWord, looks, whyOf } from './data-request-facts.ts';
import type { DataRequest } from './use-data-requests.ts';

/** What is held, how much of it, and for an erasure what becomes of it and why. */
export function HoldsCard({ request: { kind, holds, leftOn } }: { request: DataRequest }) {
  const { t, lang, n } = useI18n();
  const erases = kind === 'erase';
  const left = leftOn && formatDate(addDays(leftOn, 1), lang, { withYear: true });
  return (
    <Card title={t(erases ? 'dataReq.holds' : 'dataReq.holdsOnly')}>
      <div className="data-req-scroll">
        <table className="dt-table data-req-holds">
          <thead>
            <tr>
              <th>{t('dataReq.col.what')}</th>
              <th data-right>{t('dataReq.col.count')}</th>
              {erases && <th>{t('dataReq.col.does')}</th>}
              {erases && <th>{t('dataReq.col.why')}</th>}
            </tr>
          </thead>
          <tbody>
            {holds.map((held) => (
              <tr key={held.kind}>
                <td>{t(`records.${held.kind}`)}</td>
                <td data-right className="num">
                  {n(held.count)}
                </td>
                {erases && (
                  <td>
                    <Chip {...looks[held.erasure]}>{t(doesWord(held))}</Chip>
                  </td>
                )}
                {erases && <td>{whyOf(t, held, left)}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>
                <b>{t('dataReq.sum')}</b>
              </td>
              <td data-right className="num">
                <b>{n(holds.reduce((sum, { count }) => sum + count, 0))}</b>
              </td>
              {erases && <td colSpan={2} />}
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}
