import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { SetRuleDialog } from './set-rule-dialog.tsx';
import { amountText, type Rule, windowText } from '../rules/allowance.ts';

function RuleLine({ rule, named }: { rule: Rule; named: boolean }) {
  const { t, lang } = useI18n();
  return (
    <li>
      <b className="num">{amountText(t, lang, rule)}</b> {windowText(t, lang, rule)}
      <span className="cell-2">{named ? `${rule.unit.fullName} · ${rule.citation}` : rule.citation}</span>
    </li>
  );
}

/** What is paid, the latest first; the administrator sets it. */
export function RulesCard({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const { may, post } = useIdentity();
  const isAbove = post.unit.kind === 'country';
  const [setting, setSetting] = useState(false);
  const query = api.useQuery('get', '/units/{unitId}/allowance-rules', { params: { path: { unitId } } });
  return (
    <Card
      className="rules-card"
      title={t('service.rules')}
      aside={
        may('allowance.manage') && (
          <Button size="xs" leftSection={<Icon name="plus" size={16} />} onClick={() => setSetting(true)}>
            {t('service.set')}
          </Button>
        )
      }
    >
      <Loaded query={query} rows={2}>
        {(rules) =>
          rules.length === 0 ? (
            <p className="caption">{t('service.noRule')}</p>
          ) : (
            <ul className="rule-list">
              {rules.map((rule) => (
                <RuleLine
                  key={rule.id}
                  rule={rule}
                  named={isAbove || rules.some(({ unit }) => unit.id !== rule.unit.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {setting && <SetRuleDialog onClose={() => setSetting(false)} />}
    </Card>
  );
}
