/** A number from above that the commune hands on to its teams: what the order begins with, and where it comes from. */
import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import type { Draft } from './draft.ts';

type Allotment = Schemas['AllotmentDetail'];

export const useOrigin = (originId: string | undefined) =>
  api.useQuery(
    'get',
    '/allotments/{allotmentId}',
    { params: { path: { allotmentId: originId ?? '' } } },
    { enabled: originId !== undefined },
  );

/** The order as the office above worded it, for what is not handed on yet. */
export function fromAllotment(from: Allotment, draft: Draft): Draft {
  const left = from.figures.target - from.handedOn;
  return {
    ...draft,
    templateCode: from.templateCode,
    title: from.title,
    work: from.work,
    indicatorCode: from.indicator.code,
    target: left > 0 ? left : null,
    dueKind: 'end',
    dueDay: from.dueOn,
    directiveId: from.directive.id,
    evidence: [...from.evidence],
    asks: [...from.asks],
    minimumCodes: from.minimumCodes ?? draft.minimumCodes,
    priority: from.priority,
    originId: from.id,
  };
}

export function OriginNote({ originId }: { originId: string }) {
  const { t, lang } = useI18n();
  const { data } = useOrigin(originId);
  if (!data) return null;
  const unit = lang === 'en' ? data.indicator.unitEn : data.indicator.unit;
  const { target } = data.figures;
  return (
    <Notice tone="new" icon="sitemap">
      {t('allot.origin', { issuer: data.issuer.fullName, target, unit, n: data.handedOn })}{' '}
      <Link className="origin-link" to="/allotments/$allotmentId" params={{ allotmentId: originId }}>
        {data.title}
      </Link>
    </Notice>
  );
}
