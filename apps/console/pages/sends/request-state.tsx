import { useNavigate } from '@tanstack/react-router';
import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import type { SendRequest } from '../../ui/second/send-facts.ts';

/** Where what came of it is followed, or what it was written in is changed. */
function useOpen({ kind, resultId, draftId, isOwn, outcome }: SendRequest) {
  const { t } = useI18n();
  const navigate = useNavigate();
  if (resultId && kind === 'campaign')
    return {
      word: t('second.open.campaign'),
      open: () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: resultId } }),
    };
  if (resultId && kind === 'form')
    return {
      word: t('second.open.form'),
      open: () => void navigate({ to: '/forms/rounds/$roundId', params: { roundId: resultId } }),
    };
  if (resultId && kind === 'order')
    return {
      word: t('second.open.order'),
      open: () => void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: resultId } }),
    };
  if (isOwn && draftId && outcome !== 'approved')
    return {
      word: t('second.edit'),
      open: () => void navigate({ to: '/assignments/new', search: { draft: draftId } }),
    };
  return null;
}

/** What whoever decides approves by it. */
const means = ({ kind }: SendRequest) => {
  if (kind === 'order') return 'second.exact';
  if (kind === 'campaign') return 'second.chosenCampaign';
  return kind === 'form' ? 'second.chosenForm' : 'second.chosen';
};

export function RequestState({ request }: { request: SendRequest }) {
  const { t, lang } = useI18n();
  const { outcome, decided, approvers, draftId, mayDecide } = request;
  const to = useOpen(request);
  const action = to && (
    <button type="button" className="strong-link" onClick={to.open}>
      {to.word}
    </button>
  );
  if (outcome === null) {
    const names = nameList(
      t,
      approvers.map(({ fullName }) => fullName),
      4,
      approvers.length,
    );
    return (
      <Notice tone="doing" icon="clock" action={action}>
        {mayDecide ? t(means(request)) : `${t('second.waits', { names })} ${draftId ? t('second.voids') : ''}`}
      </Notice>
    );
  }
  const said = {
    name: decided?.by.fullName ?? '',
    at: decided ? formatMoment(decided.at, Date.now(), lang) : '',
    reason: decided?.reason ?? '',
  };
  const done = outcome === 'approved';
  return (
    <Notice tone={done ? 'done' : 'late'} icon={done ? 'circle-check' : 'ban'} action={action}>
      {t(`second.state.${outcome}`, said)}
    </Notice>
  );
}
