import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { clockOf } from './data-request-facts.ts';
import { PassOnDialog } from './pass-on-dialog.tsx';
import { type DataRequest, useActs } from './use-data-requests.ts';

function ClockChip({ request }: { request: DataRequest }) {
  const { t } = useI18n();
  const { tone, word, n } = clockOf(request);
  if (request.outcome) return null;
  const long = word === 'dataReq.left' ? 'dataReq.leftWorking' : word === 'dataReq.late' ? 'dataReq.lateChip' : word;
  return (
    <Chip tone={tone} icon={tone === 'late' ? 'alert-triangle' : 'clock'}>
      {t(long, { n })}
    </Chip>
  );
}

/** Received, made sure, now, and the day of the answer, on one line. */
function Timeline({ request }: { request: DataRequest }) {
  const { t, lang } = useI18n();
  const { receivedAt, verification, dueOn, outcome, answeredAt } = request;
  const at = (moment: string) => formatMoment(moment, Date.now(), lang);
  const { tone } = clockOf(request);
  const steps = [
    { label: t('dataReq.step.received'), when: at(receivedAt), look: 'done' },
    verification
      ? { label: t('dataReq.step.verified'), when: at(verification.at), look: 'done' }
      : { label: t('dataReq.step.unverified'), when: '–', look: 'open' },
    outcome && answeredAt
      ? { label: t('dataReq.step.answered'), when: at(answeredAt), look: 'now' }
      : { label: t('dataReq.step.now'), when: at(new Date().toISOString()), look: 'now' },
    {
      label: t('dataReq.step.due'),
      when: t('dataReq.until', { day: formatDate(dueOn, lang) }),
      look: outcome ? 'open' : tone === 'late' ? 'late' : 'due',
    },
  ];
  return (
    <ol className="data-req-steps">
      {steps.map(({ label, when, look }) => (
        <li key={label} data-look={look}>
          <b>{label}</b>
          <span className="num">{when}</span>
        </li>
      ))}
    </ol>
  );
}

function Verification({ request }: { request: DataRequest }) {
  const { t } = useI18n();
  const { verify } = useActs(request);
  const { verification, phoneEnd, outcome, isOwn } = request;
  const end = phoneEnd ?? '–';
  if (verification)
    return (
      <p className="data-req-sure">
        <Icon name="shield-check" />
        {t(`dataReq.sure.${verification.how}`, { end, name: verification.by?.fullName ?? '' })}
      </p>
    );
  if (outcome) return null;
  return (
    <Notice
      tone="doing"
      icon="alert-triangle"
      action={
        !isOwn && (
          <span className="data-req-acts">
            {phoneEnd && (
              <Button
                variant="default"
                leftSection={<Icon name="phone" size={16} />}
                loading={verify.isPending}
                onClick={() => verify.mutate('called')}
              >
                {t('dataReq.call', { end })}
              </Button>
            )}
            <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate('met')}>
              {t('dataReq.met')}
            </Button>
          </span>
        )
      }
    >
      <b>{t('dataReq.unsure')}</b> {t('dataReq.unsureText')}
    </Notice>
  );
}

function Said({ request: { words, wish } }: { request: DataRequest }) {
  const { t } = useI18n();
  const facts = [
    [t('dataReq.said'), words],
    [t('dataReq.wish.name'), wish.fullName],
    [t('dataReq.wish.phone'), wish.phone],
  ].filter(([, said]) => said);
  if (facts.length === 0) return null;
  return (
    <dl className="data-req-said">
      {facts.map(([label, said]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who asks for what, who sees to it, how long there is, and whether it is the person. */
export function RequestHead({ request }: { request: DataRequest }) {
  const { t, lang } = useI18n();
  const [passing, setPassing] = useState(false);
  const { kind, person, place, leftOn, source, owner, outcome, isOwn } = request;
  const day = leftOn && formatDate(leftOn, lang, { withYear: true });
  const who = day
    ? t('dataReq.whoLeft', { name: person.fullName, place, day })
    : t('dataReq.who', { name: person.fullName, place });
  return (
    <Card className="data-req-head">
      <h2>
        {t(`dataReq.kind.${kind}`)} <ClockChip request={request} />
      </h2>
      <p className="data-req-who">
        {who} · {t(source === 'paper' ? 'dataReq.fromPaper' : 'dataReq.fromApp')}
        <br />
        {t('dataReq.owner')} <b>{owner?.fullName ?? t('dataReq.noOwner')}</b>
        {!outcome && !isOwn && (
          <>
            {' · '}
            <button type="button" className="strong-link" onClick={() => setPassing(true)}>
              {t('dataReq.passOn')}
            </button>
          </>
        )}
      </p>
      <Timeline request={request} />
      <Verification request={request} />
      <Said request={request} />
      {passing && <PassOnDialog request={request} onClose={() => setPassing(false)} />}
    </Card>
  );
}
