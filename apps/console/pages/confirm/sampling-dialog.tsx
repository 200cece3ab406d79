import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, CountField, DayField, FormDialog } from '../../ui/form.tsx';
import { Notice } from '../../ui/layout.tsx';

type Rule = Schemas['SamplingRule'];

const touched = ['/units/{unitId}/sampling-rules', '/units/{unitId}/results'] as const;

/** The rule of today, and those to come; first the one that holds or comes next. */
export function useSampling(): Rule[] {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  return api.useQuery('get', '/units/{unitId}/sampling-rules', { params: { path } }).data ?? [];
}

/** "Kết quả dưới 10 chỉ xem mẫu 1/5, từ 1/7/2022, theo 31/KH-UBND" */
export function useRuleWords() {
  const { t, n, lang } = useI18n();
  return ({ below, oneIn, validFrom, validTo, directive }: Rule): string => {
    const from = formatDate(validFrom, lang, { withYear: true });
    const days = validTo
      ? t('sampling.between', { from, to: formatDate(validTo, lang, { withYear: true }) })
      : t('sampling.since', { from });
    const words = t('sampling.words', { below: n(below), oneIn: n(oneIn), days });
    return directive ? t('sampling.by', { words, number: directive.number }) : words;
  };
}

function RuleLine({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const words = useRuleWords();
  const end = useCommand({
    send: (_: void, header) =>
      client.POST('/sampling-rules/{ruleId}/end', {
        params: { path: { ruleId: rule.id }, header },
        body: { lastDay: addDays(me.today, -1) },
      }),
    touches: touched,
    done: () => sayAndClose(t('sampling.endedNow'), onClose),
  });
  const isOwn = rule.unit.id === post.unit.id;
  return (
    <li className="sampling-rule">
      <span>
        {words(rule)}
        <span className="caption">{isOwn ? rule.by.fullName : rule.unit.fullName}</span>
      </span>
      {isOwn && (
        <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
          {t(rule.validFrom > me.today ? 'sampling.takeBack' : 'sampling.endNow')}
        </Button>
      )}
    </li>
  );
}

interface Form {
  below: number | null;
  oneIn: number | null;
  from: string;
  directiveId: string | null;
}

function useSet(onClose: () => void) {
  const { t } = useI18n();
  const { post } = useIdentity();
  return useCommand({
    send: ({ below, oneIn, from, directiveId }: Form, header) =>
      client.POST('/units/{unitId}/sampling-rules', {
        params: { path: { unitId: post.unit.id }, header },
        body: { below: below ?? 0, oneIn: oneIn ?? 0, from, directiveId: directiveId ?? '' },
      }),
    touches: touched,
    done: () => sayAndClose(t('sampling.set'), onClose),
  });
}

/** Which results may be confirmed unseen: the rules that hold or are to come, and a new one from a day on. */
export function SamplingDialog({ rules, onClose }: { rules: readonly Rule[]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [form, setForm] = useState<Form>({ below: 10, oneIn: 5, from: me.today, directiveId: null });
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const save = useSet(onClose);
  const papers = useDirectives(post.unit.id).directives.map(({ id, citation }) => ({ value: id, label: citation }));
  return (
    <FormDialog
      title={t('sampling.title')}
      label={t('sampling.act')}
      busy={save.isPending}
      disabled={!form.below || !form.oneIn || !form.directiveId}
      onClose={onClose}
      onSubmit={() => save.mutate(form)}
    >
      <p>{t('sampling.text')}</p>
      {rules.length > 0 && (
        <ul className="sampling-rules" aria-label={t('sampling.holds')}>
          {rules.map((rule) => (
            <RuleLine key={rule.id} rule={rule} onClose={onClose} />
          ))}
        </ul>
      )}
      <div className="sampling-numbers">
        <CountField label={t('sampling.below')} min={2} value={form.below} onChange={(below) => set({ below })} />
        <CountField label={t('sampling.oneIn')} min={2} value={form.oneIn} onChange={(oneIn) => set({ oneIn })} />
        <DayField label={t('sampling.from')} minDate={me.today} value={form.from} onChange={(from) => set({ from })} />
      </div>
      <Choice
        label={t('sampling.directive')}
        required
        searchable
        options={papers}
        value={form.directiveId}
        onChange={(directiveId) => set({ directiveId })}
      />
      <Notice tone="new" icon="info-circle">
        {t('sampling.kept')}
      </Notice>
    </FormDialog>
  );
}
