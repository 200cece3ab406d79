import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { formatDate } from '#i18n';
import { foldMarks } from '#i18n/fold';
import { ruleText } from '#i18n/rule-text';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { CatalogueRows } from './catalogue-rows.tsx';
import { KeepingRow } from './keeping-row.tsx';
import type { CataloguePart } from './use-catalogue.ts';
import { groups, type Rule, type RuleSpan } from './rule-kinds.ts';

/** "31/KH-UBND · của tỉnh"; what holds for everybody quotes what it stands on. */
export function useSource() {
  const { t } = useI18n();
  return ({ directive, citation, unit }: RuleSpan): string =>
    directive && unit ? `${directive.number} · ${t(`rules.of.${unit.kind}`)}` : citation || t('rules.ofAll');
}

/** "3 → 2 ngày": what both end with is said once. */
function shortly(said: string, later: string): string {
  const [number, ...unit] = said.split(' ');
  return number &&
    /^\d+$/.test(number) &&
    later.endsWith(` ${unit.join(' ')}`) &&
    later.split(' ').length === unit.length + 1
    ? number
    : said;
}

function RuleRow({ rule, current }: { rule: Rule; current: boolean }) {
  const { t, lang } = useI18n();
  const source = useSource();
  const { kind, now, next } = rule;
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const said = now ? ruleText(t, lang, now.value) : t('rules.v.none');
  const since = next
    ? t('rules.changes', { day: written(next.from) })
    : now && t('rules.from', { day: written(now.from) });
  const later = next && ruleText(t, lang, next.value);
  return (
    <li>
      <Link
        to="/rules"
        search={(old) => ({ ...old, kind })}
        className="rule-row"
        aria-current={current ? 'true' : undefined}
      >
        <b>{t(`rules.k.${kind}`)}</b>
        <span className="rule-value num">
          {later && now ? t('rules.v.change', { a: shortly(said, later), b: later }) : (later ?? said)}
        </span>
        <span className="caption">{[now && source(now), since].filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  );
}

interface ListProps {
  rules: readonly Rule[];
  current: RuleKind | 'keeping' | undefined;
  /** The reader may see what goes by time. */
  keeps: boolean;
  /** Which part of the catalogue is shown. */
  catalogue: CataloguePart | undefined;
}

export function RuleList({ rules, current, catalogue, keeps }: ListProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [q, setQ] = useState('');
  const matches = (words: string) => foldMarks(words).includes(foldMarks(q.trim()));
  const found = groups.map(({ key, kinds }) => ({
    key,
    rules: rules.filter(({ kind }) => kinds.some((one) => one === kind) && matches(t(`rules.k.${kind}`))),
  }));
  const hasDays = matches(t('rules.workDays'));
  return (
    <Card className="rule-list-card" label={t('rules.title')}>
      <div className="toolbar">
        <SearchField label={t('rules.find')} value={q} onChange={setQ} />
      </div>
      {found
        .filter((group) => group.rules.length > 0)
        .map((group) => (
          <section key={group.key} aria-label={t(`rules.g.${group.key}`)}>
            <h2 className="rule-group">{t(`rules.g.${group.key}`)}</h2>
            <ul>
              {group.rules.map((rule) => (
                <RuleRow key={rule.kind} rule={rule} current={rule.kind === current} />
              ))}
              {group.key === 'keeping' && keeps && <KeepingRow current={current === 'keeping'} />}
            </ul>
          </section>
        ))}
      {may('rule.own') && <CatalogueRows current={catalogue} matches={matches} />}
      {hasDays && (
        <section aria-label={t('rules.g.days')}>
          <h2 className="rule-group">{t('rules.g.days')}</h2>
          <Link to="/registers/days" className="rule-row">
            <b>{t('rules.workDays')}</b>
            <span className="rule-value">{t('rules.open')}</span>
            <span className="caption">{t('rules.workDaysText')}</span>
          </Link>
        </section>
      )}
      {!hasDays && found.every((group) => group.rules.length === 0) && (
        <p className="caption rule-none">{t('rules.noMatch', { q })}</p>
      )}
    </Card>
  );
}
