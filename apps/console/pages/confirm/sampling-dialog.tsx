import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { setSamplingRule } from '#client/commands';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
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

/** Which results may be confirmed unseen: the rules that hold or are to come, and a new one from a day on. */
export function SamplingDialog({ rules, onClose }: { rules: readonly Rule[]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const papers = useDirectives(post.unit.id).directives.map(({ id, citation }) => ({ value: id, label: citation }));
  return (
    <CommandForm
      route={setSamplingRule}
      path={{ unitId: post.unit.id }}
      touches={touched}
      title={t('sampling.title')}
      text={
        <>
          <p>{t('sampling.text')}</p>
          {rules.length > 0 && (
            <ul aria-label={t('sampling.holds')}>
              {rules.map((rule) => (
                <RuleLine key={rule.id} rule={rule} onClose={onClose} />
              ))}
            </ul>
          )}
        </>
      }
      start={{ below: 10, oneIn: 5, from: me.today }}
      fields={{
        below: { as: 'count', half: true, label: t('sampling.below') },
        oneIn: { as: 'count', half: true, label: t('sampling.oneIn') },
        from: { as: 'day', half: true, label: t('sampling.from'), min: me.today },
        directiveId: { as: 'choice', label: t('sampling.directive'), searchable: true, options: papers },
      }}
      label={t('sampling.act')}
      said={t('sampling.set')}
      onClose={onClose}
    >
      <Notice tone="new" icon="info-circle">
        {t('sampling.kept')}
      </Notice>
    </CommandForm>
  );
}
