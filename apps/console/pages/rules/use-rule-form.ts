/** A rule as it is being typed: what it says, from when, by which document; a draft of it stays on this device. */
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, client, isProblem, type Schemas } from '../../api/client.ts';
import { keep, readKept } from '../../api/kept.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatDate } from '#i18n';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { firstDay, firstValue, isComplete, type Rule, type RuleValue } from './rule-kinds.ts';

export interface RuleForm {
  value: RuleValue;
  from: string;
  directiveId: string | null;
  /** Whom it concerns are told when it is set. A draft of before has none. */
  announce?: boolean;
}
const path = '/units/{unitId}/dated-rules';
const touched = [path, '/units/{unitId}/composition-rules', '/units/{unitId}/period'] as const;

/** Answers of the rules of the signed-in unit, as they stand on a day. */
export function useRules(at: string | undefined) {
  const { post } = useIdentity();
  return api.useQuery('get', path, { params: { path: { unitId: post.unit.id }, query: at ? { at } : {} } });
}

function useDraft(kind: Rule['kind']) {
  const { post } = useIdentity();
  const key = `to-so.rule-draft.${post.unit.id}.${kind}`;
  const [kept, setKept] = useState(() => readKept<RuleForm>(key));
  return {
    kept,
    keep: (form: RuleForm | null) => {
      keep(key, form);
      setKept(form);
    },
  };
}

/** What the server says of a field, in words. */
function useFaults(error: unknown) {
  const i18n = useI18n();
  return (field: string): string | undefined => {
    const found = isProblem(error)
      ? error.details?.find(({ path: at }) => at === field || at === `value.${field}`)
      : undefined;
    return found && problemText(i18n, { ...(error as Schemas['Problem']), details: [found] });
  };
}

/** Whom the rule would touch; asked when the typing rests. */
function usePreview({ value, from }: RuleForm, enabled: boolean) {
  const { post } = useIdentity();
  const [asked] = useDebouncedValue(JSON.stringify({ value, from }), 300);
  return useQuery({
    queryKey: ['post', `${path}/preview`, post.unit.id, asked],
    enabled: enabled && isComplete(value),
    queryFn: async () => {
      const body = JSON.parse(asked) as { value: RuleValue; from: string };
      const { data, error } = await client.POST(`${path}/preview`, {
        params: { path: { unitId: post.unit.id } },
        body,
      });
      if (!data) throw error;
      return data;
    },
  });
}

function useDoneText() {
  const { t, lang } = useI18n();
  return (from: string, told: number): string => {
    const day = formatDate(from, lang, { withYear: true });
    return told > 0 ? t('rules.doneTold', { day, n: told }) : t('rules.done', { day });
  };
}

export function useRuleForm(rule: Rule) {
  const { t } = useI18n();
  const doneText = useDoneText();
  const { me, post } = useIdentity();
  const { kept, keep } = useDraft(rule.kind);
  const start: RuleForm = { value: firstValue(rule), from: firstDay(me.today, post.unit.id, rule), directiveId: null };
  const [form, setForm] = useState<RuleForm>(kept ?? start);
  const preview = usePreview(form, rule.maySet);
  const save = useCommand({
    send: ({ value, from, directiveId, announce = false }: RuleForm, header) =>
      client.POST(path, {
        params: { path: { unitId: post.unit.id }, header },
        body: { value, from, directiveId: directiveId ?? '', announce },
      }),
    touches: touched,
    done: ({ from, told }) => {
      keep(null);
      setForm((now) => ({ ...now, directiveId: null, announce: false }));
      showNotice(doneText(from, told));
    },
  });
  const hearers = preview.data?.hearers?.people ? preview.data.hearers : null;
  const errorAt = useFaults(save.error ?? preview.error);
  return {
    form,
    set: (part: Partial<RuleForm>) => {
      save.reset();
      setForm((now) => ({ ...now, ...part }));
    },
    preview,
    /** Who could be told now; null where nobody is, or the rule begins today. */
    hearers,
    save,
    send: () => save.mutate({ ...form, announce: form.announce === true && hearers !== null }),
    errorAt,
    isDraft: kept !== null,
    keepDraft: () => {
      keep(form);
      showNotice(t('rules.drafted'));
    },
    dropDraft: () => {
      keep(null);
      setForm(start);
    },
    ready: rule.maySet && isComplete(form.value) && form.directiveId !== null && preview.data?.same === false,
  };
}
export type RuleFormState = ReturnType<typeof useRuleForm>;

/** A rule of the unit that is taken back before its day, or ends with today. */
export function useRuleEnd(rule: Rule) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const params = { path: { unitId: post.unit.id } };
  const takeBack = useCommand({
    send: (from: string, header) =>
      client.POST(`${path}/take-back`, { params: { ...params, header }, body: { kind: rule.kind, from } }),
    touches: touched,
    done: ({ told }) => showNotice(told > 0 ? t('rules.takenBackTold', { n: told }) : t('rules.takenBack')),
  });
  const end = useCommand({
    send: (from: string, header) =>
      client.POST(`${path}/end`, { params: { ...params, header }, body: { kind: rule.kind, from, lastDay: me.today } }),
    touches: touched,
    done: () => showNotice(t('rules.endSaved')),
  });
  return { takeBack, end };
}
