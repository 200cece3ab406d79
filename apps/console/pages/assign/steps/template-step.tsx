import { useState } from 'react';
import { pillars } from '#contracts/enums';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../../api/client.ts';
import { SearchField } from '../../../ui/form.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type IconName } from '../../../ui/icon.tsx';
import { Card, ToneIcon } from '../../../ui/layout.tsx';
import { Marked } from '../../../ui/marked.tsx';
import { NoMatch } from '../../../ui/states.tsx';
import type { Draft } from '../draft.ts';

export type Template = Schemas['TaskTemplate'];

const icons: Record<Template['pillar'], IconName> = {
  organization: 'users-group',
  communication: 'message',
  digital_government: 'file-certificate',
  digital_economy: 'package',
  digital_society: 'device-laptop',
};

export function useTemplateWords() {
  const { lang } = useI18n();
  return {
    title: (template: Template) => (lang === 'en' && template.titleEn ? template.titleEn : template.title),
    unit: (indicator: Schemas['IndicatorRef']) =>
      lang === 'en' && indicator.unitEn ? indicator.unitEn : indicator.unit,
    name: (indicator: Schemas['IndicatorRef']) =>
      lang === 'en' && indicator.nameEn ? indicator.nameEn : indicator.name,
  };
}

/** What a target can be set in: counts; shares only where a template has nothing else. */
export function countable(template: Template): Template['indicators'] {
  const counts = template.indicators.filter((indicator) => indicator.unit !== '%');
  return counts.length > 0 ? counts : template.indicators;
}

interface TemplateStepProps {
  templates: readonly Template[];
  draft: Draft;
  onPick: (template: Template) => void;
}

function TemplateButton({
  template,
  query,
  current,
  onPick,
}: {
  template: Template;
  query: string;
  current: boolean;
  onPick: () => void;
}) {
  const { t } = useI18n();
  const words = useTemplateWords();
  return (
    <button type="button" data-current={current || undefined} onClick={onPick}>
      <ToneIcon tone="new" icon={icons[template.pillar]} />
      <span>
        <span className="caption">{t('assign.templateCode', { code: template.code })}</span>
        <b>
          <Marked text={words.title(template)} query={query} />
        </b>
        <span className="caption">{template.indicators.map(words.name).join(' · ')}</span>
      </span>
    </button>
  );
}

function matches(template: Template, wanted: string): boolean {
  return !wanted || foldMarks(`${template.code} ${template.title} ${template.titleEn}`).includes(wanted);
}

/** The catalogue by pillar; a template brings its indicator, its evidence and a first wording. */
export function TemplateStep({ templates, draft, onPick }: TemplateStepProps) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const shown = templates.filter((template) => template.indicators.length > 0 && matches(template, foldMarks(query)));
  const byPillar = pillars
    .map((pillar) => ({ pillar, rows: shown.filter((template) => template.pillar === pillar) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Card>
      <div className="toolbar">
        <SearchField label={t('assign.findTemplate')} width={280} autoFocus value={query} onChange={setQuery} />
      </div>
      {byPillar.map(({ pillar, rows }) => (
        <section key={pillar} className="templates">
          <h2>{t(`pillar.${pillar}`)}</h2>
          <ul>
            {rows.map((template) => (
              <li key={template.code}>
                <TemplateButton
                  template={template}
                  query={query}
                  current={template.code === draft.templateCode}
                  onPick={() => onPick(template)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && (
        <p className="dt-empty">
          <NoMatch text={t('assign.noTemplate')} onClear={() => setQuery('')} />
        </p>
      )}
    </Card>
  );
}
