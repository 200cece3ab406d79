import { isSeeing } from '#contracts/privacy/request-kinds';
import { formatDate, addDays } from '#i18n';
import { problemText } from '../../api/problem-text.ts';
import { useQuestion } from '../../api/use-question.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { downloadDocument } from '../documents/download-document.ts';
import { doesWord, looks, whyOf } from './data-request-facts.ts';
import type { DataRequest } from './use-data-requests.ts';

/** On paper for whoever has no app: for them alone, so only once it is sure that they ask. */
function CopyAct({ request: { id, kind, outcome, isOwn, verified } }: { request: DataRequest }) {
  const i18n = useI18n();
  const { t } = i18n;
  const copy = useQuestion({
    mutationFn: () => downloadDocument(`/data-requests/${id}/copy`, 'du-lieu.pdf'),
    onSuccess: (name) => showNotice(t('dataReq.copySaved', { name })),
    onError: (error) => showNotice(problemText(i18n, error), 'failed'),
  });
  if (!isSeeing(kind) || outcome || isOwn) return null;
  if (!verified) return <span className="caption">{t('dataReq.copyUnsure')}</span>;
  return (
    <button type="button" className="strong-link" disabled={copy.isPending} onClick={() => copy.mutate()}>
      {t('dataReq.copy')}
    </button>
  );
}

/** What is held, how much of it, and for an erasure what becomes of it and why. */
export function HoldsCard({ request }: { request: DataRequest }) {
  const { kind, holds, leftOn, outcome } = request;
  const { t, lang, n } = useI18n();
  // Once it is answered nothing more becomes of what is left.
  const erases = kind === 'erase' && !outcome;
  const left = leftOn && formatDate(addDays(leftOn, 1), lang, { withYear: true });
  return (
    <Card title={t(erases ? 'dataReq.holds' : 'dataReq.holdsOnly')} aside={<CopyAct request={request} />}>
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
