import { Button } from '@mantine/core';
import { pastRuleKinds } from '#contracts/organization/rule-kinds';
import { isTopKind } from '#contracts/organization/rule-kinds';
import { addDays } from '#contracts/reporting/periods';
import { daysBetween, formatDate } from '#i18n';
import { weekdayName } from '#i18n/weekdays';
import { ruleText, wholeRuleText } from '#i18n/rule-text';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField } from '../../ui/form.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { PaperField } from './paper-field.tsx';
import { RuleFields } from './rule-fields.tsx';
import type { Rule, RuleSpan } from './rule-kinds.ts';
import { RuleLine } from './rule-line.tsx';
import { useSource } from './rule-list.tsx';
import { RulePreview } from './rule-preview.tsx';
import { type RuleFormState, useRuleEnd, useRuleForm } from './use-rule-form.ts';

function DayPart({ rule, state }: { rule: Rule; state: RuleFormState }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { from } = state.form;
  const left = daysBetween(me.today, from);
  const told = { weekday: weekdayName(from, lang), n: left };
  return (
    <DayField
      label={t('rules.f.from')}
      required
      {...(!pastRuleKinds.has(rule.kind) && { minDate: me.today })}
      maxDate={addDays(me.today, 366)}
      value={from}
      onChange={(day) => state.set({ from: day })}
      description={t(left > 0 ? 'rules.days' : left === 0 ? 'rules.today' : 'rules.past', told)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={state.errorAt('from')}
    />
  );
}

/** What was set for later, and how many were told of it. */
function useLaterText() {
  const { t, lang } = useI18n();
  return ({ ruleFrom, value, announced }: RuleSpan): string => {
    const day = formatDate(ruleFrom, lang, { withYear: true });
    const text = t('rules.laterText', { day, value: ruleText(t, lang, value) });
    return announced ? `${text} ${t('rules.announced', { n: announced.people })}` : text;
  };
}

/** What of the unit's own can be put back: a rule whose day has not come, and one that another above would take the place of. */
function OwnRule({ rule }: { rule: Rule }) {
  const { t } = useI18n();
  const laterText = useLaterText();
  const { post, me, commune } = useIdentity();
  const { takeBack, end } = useRuleEnd(rule);
  const { now, spans } = rule;
  const isOwn = (span: RuleSpan | null) => span?.unit?.id === post.unit.id;
  const later = spans.filter((span) => isOwn(span) && span.ruleFrom > me.today);
  const endsOn = now && isOwn(now) && now.until === null && commune && rule.maySet ? now.ruleFrom : null;
  return (
    <>
      {rule.maySet &&
        later.map((span) => (
          <Notice
            key={span.ruleFrom}
            tone="doing"
            icon="clock"
            action={
              <Button
                size="xs"
                variant="default"
                loading={takeBack.isPending}
                onClick={() => takeBack.mutate(span.ruleFrom)}
              >
                {t('rules.takeBack')}
              </Button>
            }
          >
            <b>{t('rules.later')}.</b> {laterText(span)}
          </Notice>
        ))}
      {endsOn && (
        <Notice
          tone="new"
          icon="info-circle"
          action={
            <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(endsOn)}>
              {t('rules.endOwn')}
            </Button>
          }
        >
          {t('rules.ownText')}
        </Notice>
      )}
    </>
  );
}

function Foot({ state }: { state: RuleFormState }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { form, save, ready, isDraft } = state;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const note =
    form.from > me.today ? t('rules.undoUntil', { day: written(addDays(form.from, -1)) }) : t('rules.atOnce');
  return (
    <div className="rule-foot">
      <span className="caption">
        {isDraft ? t('rules.isDraft') : note}
        {isDraft && (
          <button type="button" className="link" onClick={state.dropDraft}>
            {t('rules.dropDraft')}
          </button>
        )}
      </span>
      <Button variant="default" type="button" onClick={state.keepDraft}>
        {t('rules.draft')}
      </Button>
      <Button type="submit" disabled={!ready} loading={save.isPending}>
        {t('rules.set', { day: written(form.from) })}
      </Button>
    </div>
  );
}

function History({ spans, day }: { spans: readonly RuleSpan[]; day: string }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const source = useSource();
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const days = ({ from, until }: RuleSpan) =>
    until
      ? t('rules.span', { from: written(from), to: written(addDays(until, -1)) })
      : t('rules.from', { day: written(from) });
  return (
    <Card className="rule-history" title={t('rules.history')}>
      {spans.length === 0 && <p className="caption rule-none">{t('rules.noHistory')}</p>}
      <ol>
        {spans.map((span) => (
          <li key={span.from} data-now={(span.from <= day && (span.until ?? '9') > day) || undefined}>
            <b>{wholeRuleText(t, lang, span.value)}</b>
            {span.from > me.today && (
              <Chip tone="doing" icon="clock">
                {t('rules.later')}
              </Chip>
            )}
            <span className="caption">
              {days(span)} · {source(span)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface HeadProps {
  rule: Rule;
  next: { value: RuleSpan['value']; from: string } | null;
  at?: string | undefined;
}

function Head({ rule, next, at }: HeadProps) {
  const { t } = useI18n();
  return (
    <>
      <div className="card-head rule-head">
        <h2>{t(`rules.k.${rule.kind}`)}</h2>
        <p className="caption">{t(`rules.t.${rule.kind}`)}</p>
      </div>
      <RuleLine now={rule.now} next={next} at={at} />
    </>
  );
}

function RuleFormPart({ rule, communes }: { rule: Rule; communes: number | undefined }) {
  const { t, lang } = useI18n();
  const state = useRuleForm(rule);
  const { form, set, preview } = state;
  const hint = rule.now ? t('rules.nowIs', { value: ruleText(t, lang, rule.now.value) }) : t('rules.notSet');
  const isNew = preview.data !== undefined && !preview.data.same;
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (state.ready) state.send();
      }}
    >
      <Card>
        <Head rule={rule} next={isNew ? form : rule.next} />
        <div className="rule-fields" data-kind={rule.kind}>
          <RuleFields value={form.value} hint={hint} onChange={(value) => set({ value })} errorAt={state.errorAt} />
          <DayPart rule={rule} state={state} />
          <PaperField
            value={form.directiveId}
            onChange={(directiveId) => set({ directiveId })}
            error={state.errorAt('directiveId')}
          />
        </div>
      </Card>
      <RulePreview state={state} communes={communes} />
      <Foot state={state} />
    </form>
  );
}

interface DetailProps {
  rule: Rule;
  /** Another day than today: it is read only. */
  at: string | undefined;
  communes: number | undefined;
}

/** One rule: what holds, what is to hold and whom that touches, and all that held. */
export function RuleDetail({ rule, at, communes }: DetailProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const sets = rule.maySet && !at;
  return (
    <div className="rule-detail">
      {!at && <OwnRule rule={rule} />}
      {sets ? (
        <RuleFormPart key={rule.spans.map(({ from }) => from).join()} rule={rule} communes={communes} />
      ) : (
        <Card>
          <Head rule={rule} next={rule.next} at={at} />
          {!at && (
            <p className="caption rule-none">
              {t(
                isTopKind(rule.kind)
                  ? 'rules.readTop'
                  : rule.kind === 'allowance'
                    ? 'rules.readProvince'
                    : 'rules.read',
              )}
            </p>
          )}
        </Card>
      )}
      <History spans={rule.spans} day={at ?? me.today} />
    </div>
  );
}
