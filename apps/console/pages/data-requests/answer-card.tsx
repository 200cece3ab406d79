import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { refuseDataRequest } from '#client/commands';
import { type DataStop, dataStops } from '#contracts/privacy/request-kinds';
import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { draftOf } from './data-request-facts.ts';
import { Lacking, PlannedCard } from './planned-card.tsx';
import { type DataRequest, stale, useActs } from './use-data-requests.ts';

/** What was answered, and by whom. */
function Answered({ request }: { request: DataRequest }) {
  const { t, lang } = useI18n();
  const { outcome, answer, answeredAt, answeredBy, stops } = request;
  const said = { name: answeredBy?.fullName ?? '', at: answeredAt ? formatMoment(answeredAt, Date.now(), lang) : '' };
  const refused = outcome === 'refused';
  return (
    <Card title={t('dataReq.answer')}>
      <div className="data-req-body">
        <p className="data-req-answer">{answer}</p>
        {stops.length > 0 && (
          <p className="caption">
            {t('dataReq.stopped', { what: stops.map((each) => t(`dataReq.stop.${each}`)).join('; ') })}
          </p>
        )}
        <Notice tone={refused ? 'late' : 'done'} icon={refused ? 'ban' : 'circle-check'}>
          {t(refused ? 'dataReq.outcome.refused' : 'dataReq.outcome.answered', said)}
        </Notice>
      </div>
    </Card>
  );
}

function RefuseDialog({ request: { id, code }, onClose }: { request: DataRequest; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={refuseDataRequest}
      path={{ requestId: id }}
      touches={stale}
      title={t('dataReq.refuseTitle', { code })}
      fields={{ reason: { as: 'note', label: t('dataReq.reason') } }}
      label={t('dataReq.refuse')}
      said={t('dataReq.refused', { code })}
      onClose={onClose}
    />
  );
}

/** What is stopped with the answer to an objection. */
function Stops({ value, onChange }: { value: readonly DataStop[]; onChange: (stops: DataStop[]) => void }) {
  const { t } = useI18n();
  return (
    <fieldset className="data-req-stops">
      <legend>{t('dataReq.stops')}</legend>
      {dataStops.map((each) => (
        <Checkbox
          key={each}
          label={t(`dataReq.stop.${each}`)}
          checked={value.includes(each)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...value, each] : value.filter((other) => other !== each))
          }
        />
      ))}
    </fieldset>
  );
}

function useAnswer(request: DataRequest) {
  const { t } = useI18n();
  const acts = useActs(request);
  const [text, setText] = useState(() => draftOf(t, request));
  const [stops, setStops] = useState<DataStop[]>([]);
  const canApply =
    request.kind === 'correct' && request.verified && Boolean(request.wish.fullName || request.wish.phone);
  const [apply, setApply] = useState(true);
  const erases = request.kind === 'erase';
  const send = () =>
    erases
      ? acts.erase.mutate(text.trim())
      : acts.answer.mutate({
          answer: text.trim(),
          apply: canApply && apply,
          stops: request.kind === 'object' ? stops : [],
        });
  return { ...acts, text, setText, stops, setStops, canApply, apply, setApply, erases, send };
}

interface FootProps {
  form: ReturnType<typeof useAnswer>;
  /** Why it cannot be erased. */
  blocked: DataRequest['erasing'];
  /** So many working days, and a second officer. */
  waits: number | null;
  onRefuse: () => void;
}

function Foot({ form, blocked, waits, onRefuse }: FootProps) {
  const { t } = useI18n();
  const erase = waits === null ? 'dataReq.erase' : 'dataReq.askErase';
  const label = form.erases ? erase : form.canApply && form.apply ? 'dataReq.sendCorrect' : 'dataReq.send';
  return (
    <div className="foot-bar">
      <span className="caption">
        {blocked
          ? t(`dataReq.blocked.${blocked}`)
          : form.erases && (waits === null ? t('dataReq.irreversible') : t('dataReq.waits', { n: waits }))}
      </span>
      <Button variant="default" onClick={onRefuse}>
        {t('dataReq.refuse')}
      </Button>
      <Button
        disabled={!form.text.trim() || blocked !== null}
        loading={form.answer.isPending || form.erase.isPending}
        onClick={form.send}
      >
        {t(label)}
      </Button>
    </div>
  );
}

/** The answer, which the person reads; and the act that goes with it. */
function Writing({ request }: { request: DataRequest }) {
  const { t } = useI18n();
  const [refusing, setRefusing] = useState(false);
  const form = useAnswer(request);
  const blocked = form.erases ? request.erasing : null;
  return (
    <>
      <Card
        title={t('dataReq.answer')}
        aside={
          <span className="caption">{t(request.source === 'paper' ? 'dataReq.answerPaper' : 'dataReq.answerHow')}</span>
        }
      >
        <div className="data-req-body">
          <NoteField
            aria-label={t('dataReq.answer')}
            description={t('dataReq.answerHint')}
            minRows={3}
            maxLength={1000}
            value={form.text}
            onChange={form.setText}
          />
          {form.canApply && (
            <Checkbox
              label={t('dataReq.apply')}
              checked={form.apply}
              onChange={({ currentTarget }) => form.setApply(currentTarget.checked)}
            />
          )}
          {form.erases && <Lacking lacking={request.lacking} />}
          {request.kind === 'object' && <Stops value={form.stops} onChange={form.setStops} />}
        </div>
      </Card>
      <Foot form={form} blocked={blocked} waits={request.waits} onRefuse={() => setRefusing(true)} />
      {refusing && <RefuseDialog request={request} onClose={() => setRefusing(false)} />}
    </>
  );
}

export function AnswerCard({ request }: { request: DataRequest }) {
  const { t } = useI18n();
  if (request.outcome) return <Answered request={request} />;
  if (request.isOwn && !request.planned)
    return (
      <Notice tone="new" icon="info-circle">
        {t('dataReq.blocked.own')}
      </Notice>
    );
  if (request.planned) return <PlannedCard request={request} planned={request.planned} />;
  return <Writing request={request} />;
}
