import { Button } from '@mantine/core';
import { addDays, formatDate, formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
import { Card, Notice } from '../../ui/layout.tsx';
import { type DataRequest, useActs } from './use-data-requests.ts';

/** What teams lack once the person is erased: known before anybody says so. */
export function Lacking({ lacking }: Pick<DataRequest, 'lacking'>) {
  const { t } = useI18n();
  const said = lacking.filter(({ leads, gaps }) => leads || gaps.length > 0);
  if (said.length === 0) return null;
  return (
    <Notice tone="late" icon="users-group">
      {said.map(({ team, leads, gaps }) => (
        <p key={team.id}>
          <b>{t(leads ? 'dataReq.lacksLeader' : 'dataReq.lacks', { team: team.name })}</b>{' '}
          {gaps.map((gap) => gapText(t, gap)).join(', ')}
        </p>
      ))}
    </Notice>
  );
}

/** An erasing by paper that waits: who wants it, from which day on, and who has said so as the second. */
export function PlannedCard({
  request,
  planned,
}: {
  request: DataRequest;
  planned: NonNullable<DataRequest['planned']>;
}) {
  const { t, lang } = useI18n();
  const { second, drop } = useActs(request);
  const { by, at, on, seconds, maySecond } = planned;
  const day = (one: string) => formatDate(one, lang, { withYear: true });
  const moment = (one: string) => formatMoment(one, Date.now(), lang);
  return (
    <>
      <Card title={t('dataReq.planned', { day: day(on) })}>
        <div className="data-req-body">
          <p>{t('dataReq.plannedBy', { name: by.fullName, at: moment(at), day: day(addDays(on, -1)) })}</p>
          {planned.second ? (
            <Notice tone="done" icon="circle-check">
              {t('dataReq.secondedBy', { name: planned.second.by.fullName, at: moment(planned.second.at) })}
            </Notice>
          ) : (
            <Notice tone="doing" icon="user-exclamation">
              {t('dataReq.needsSecond')}{' '}
              {seconds.length > 0
                ? t('dataReq.seconds', { names: seconds.map(({ fullName }) => fullName).join(', ') })
                : t('dataReq.noSeconds')}
            </Notice>
          )}
          <Lacking lacking={request.lacking} />
          <p className="data-req-answer">{request.answer}</p>
        </div>
      </Card>
      {!request.isOwn && (
        <div className="foot-bar">
          <span className="caption">{maySecond && t('dataReq.irreversible')}</span>
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
            {t('dataReq.drop')}
          </Button>
          {maySecond && (
            <Button loading={second.isPending} onClick={() => second.mutate()}>
              {t('dataReq.second')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
