import { isSeeing } from '#contracts/privacy/request-kinds';
import { formatDate, addDays } from '#i18n';
import { problemText } from '../../api/problem-text.ts';
import { useQuestion } from '../../api/use-question.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { type PlainColumn, PlainTable } from '../../ui/table/plain-table.tsx';
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
  const erasing: PlainColumn<DataRequest['holds'][number]>[] = [
    { header: t('dataReq.col.does'), cell: (held) => <Chip {...looks[held.erasure]}>{t(doesWord(held))}</Chip> },
    { header: t('dataReq.col.why'), cell: (held) => whyOf(t, held, left) },
  ];
  return (
    <Card title={t(erases ? 'dataReq.holds' : 'dataReq.holdsOnly')} aside={<CopyAct request={request} />}>
      <PlainTable
        label={t('dataReq.holdsOnly')}
        rows={holds}
        rowId={(held) => held.kind}
        columns={[
          { header: t('dataReq.col.what'), cell: (held) => t(`records.${held.kind}`), total: t('dataReq.sum') },
          {
            header: t('dataReq.col.count'),
            cell: ({ count }) => n(count),
            right: true,
            total: n(holds.reduce((sum, { count }) => sum + count, 0)),
          },
          ...(erases ? erasing : []),
        ]}
      />
    </Card>
  );
}
