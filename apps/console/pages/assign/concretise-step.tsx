import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useKeys } from '../../frame/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, ToneIcon } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { ConcretiseForm } from './concretise-form.tsx';
import { type Draft, type PoolTeam, type Problem, problems, zeroTeams } from './draft.ts';
import { type ProductsAsked, useProductsAsked } from './products.ts';
import { SplitSheet } from './split-sheet.tsx';
import { type Template, useTemplateWords } from './template-step.tsx';

export interface StepProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  teams: readonly PoolTeam[];
  template: Template;
  draftId: string;
}

function TemplateBox({ template, onTemplate }: { template: Template; onTemplate: () => void }) {
  const { t } = useI18n();
  const words = useTemplateWords();
  return (
    <div className="template-box">
      <ToneIcon tone="new" icon="file-certificate" />
      <div>
        <span className="caption">
          {t('assign.templateCode', { code: template.code })} · {t(`pillar.${template.pillar}`)}
        </span>
        <b>{words.title(template)}</b>
      </div>
      <button type="button" className="link" onClick={onTemplate}>
        {t('assign.changeTemplate')}
      </button>
    </div>
  );
}

function ZeroQuestion({ teams, onDrop }: { teams: readonly PoolTeam[]; onDrop: () => void }) {
  const { t } = useI18n();
  return (
    <div className="notice chip-doing" role="alert">
      <Icon name="help-hexagon" />
      <div>
        {t('assign.zero', {
          names: nameList(
            t,
            teams.map((team) => team.name),
          ),
        })}
      </div>
      <button type="button" className="strong-link" onClick={onDrop}>
        {t('assign.leaveOut', { n: teams.length })}
      </button>
    </div>
  );
}

interface FootProps {
  /** What keeps the order from going on, once the officer has tried. */
  missing: number;
  onBack: () => void;
  onSave: () => void;
  onNext: () => void;
}

function Foot({ missing, onBack, onSave, onNext }: FootProps) {
  const { t } = useI18n();
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onBack}>
        {t('act.back')}
      </Button>
      <span className="foot-bar-space" />
      {missing > 0 && (
        <span className="late" role="alert">
          {t('assign.stillMissing', { n: missing })}
        </span>
      )}
      <Button variant="default" onClick={onSave}>
        {t('assign.saveDraft')}
      </Button>
      <Button onClick={onNext}>{t('assign.nextPreview')}</Button>
    </div>
  );
}

const teamsOutside = (teams: readonly PoolTeam[], communeIds: readonly string[]): string[] =>
  teams.filter(({ communeId }) => !communeIds.includes(communeId)).map(({ id }) => id);

/** What is still wrong with the order, the OCOP register included. */
function useFound(draft: Draft, teams: readonly PoolTeam[]): { products: ProductsAsked[] | null; found: Problem[] } {
  const { me } = useIdentity();
  const products = useProductsAsked(draft, teams);
  const found = problems(draft, teams, me.today);
  if (products?.some(({ obstacle }) => obstacle)) found.push('products');
  return { products, found };
}

export function ConcretiseStep(
  props: StepProps & { onTemplate: () => void; onBack: () => void; onSave: () => void; onNext: () => void },
) {
  const { draft, change, teams, template, onTemplate, onBack, onSave, onNext } = props;
  const [tried, setTried] = useState(false);
  const { products, found } = useFound(draft, teams);
  const zeros = found.length === 0 ? zeroTeams(draft, teams) : [];
  const drop = () => change({ teamIds: draft.teamIds.filter((id) => !zeros.some((team) => team.id === id)) });
  const next = () => {
    setTried(true);
    if (found.length === 0 && zeros.length === 0) onNext();
  };
  useKeys({ 'mod+s': onSave, 'mod+Enter': next });
  return (
    <>
      <div className="assign-split">
        <Card>
          <div className="card-body form">
            <TemplateBox template={template} onTemplate={onTemplate} />
            <ConcretiseForm
              draft={draft}
              change={change}
              template={template}
              products={products}
              onLeaveOut={(communeIds) => change({ teamIds: teamsOutside(teams, communeIds) })}
              problems={tried ? found : found.filter((each) => each === 'duePast')}
            />
          </div>
        </Card>
        <SplitSheet draft={draft} change={change} teams={teams} template={template} />
      </div>
      {tried && zeros.length > 0 && <ZeroQuestion teams={zeros} onDrop={drop} />}
      <Foot missing={tried ? found.length : 0} onBack={onBack} onSave={onSave} onNext={next} />
    </>
  );
}
