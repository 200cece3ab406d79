import { Button, Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { decisionComplete, type DecisionDraft, DecisionFields, noDecision } from '../team/decision-fields.tsx';
import { DiffCard } from './diff-card.tsx';
import type { Roster } from './findings.ts';
import { GapsCard } from './gaps-card.tsx';

function Done({ result, unitId }: { result: Schemas['RosterResult']; unitId: string }) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const place = unitId === post.unit.id ? {} : { unit: unitId };
  return (
    <Card>
      <div className="empty">
        <span className="tone-icon chip-done">
          <Icon name="circle-check" size={24} />
        </span>
        <h2>{t('import.done')}</h2>
        <p className="empty-text">
          {t('import.doneText', {
            teams: result.teamsCreated,
            added: result.added,
            changed: result.changed,
            unchanged: result.unchanged,
          })}
          {result.unitsCreated > 0 && ` ${t('import.doneUnits', { n: result.unitsCreated })}`}
        </p>
        {(result.leftDraft ?? 0) > 0 && (
          <p className="empty-text">{t('import.doneLeft', { n: result.leftDraft ?? 0 })}</p>
        )}
        <p className="empty-text">
          {result.activated > 0 ? t('import.doneActive', { n: result.activated }) : t('import.doneDraft')}
        </p>
        <div className="empty-actions">
          {result.activated > 0 && may('invite.create') && (
            <Button renderRoot={(props) => <Link to="/invites" search={place} {...props} />}>
              {t('import.invite')}
            </Button>
          )}
          <Button
            variant={result.activated > 0 ? 'default' : 'filled'}
            renderRoot={(props) => <Link to="/teams" search={place} {...props} />}
          >
            {t('import.openTeams')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface DecisionCardProps {
  n: number;
  has: boolean;
  decision: DecisionDraft;
  onHas: (has: boolean) => void;
  onChange: (decision: DecisionDraft) => void;
}

function DecisionCard({ n, has, decision, onHas, onChange }: DecisionCardProps) {
  const { t } = useI18n();
  return (
    <Card title={t('import.decisionTitle')}>
      <div className="card-body form">
        <p className="muted">{t('import.decisionText', { n })}</p>
        <Radio.Group
          value={has ? 'yes' : 'no'}
          onChange={(value) => onHas(value === 'yes')}
          aria-label={t('import.decisionTitle')}
        >
          <div className="form">
            <Radio value="yes" label={t('import.hasDecision')} />
            <Radio value="no" label={t('import.noDecision')} />
          </div>
        </Radio.Group>
        {has && <DecisionFields value={decision} onChange={onChange} />}
      </div>
    </Card>
  );
}

/** What the teams of the list would lack by the rules of that day; nothing is asked without one. */
function useGaps(importId: string, signedOn: string | null) {
  const params = { path: { importId }, query: { signedOn: signedOn ?? '' } };
  return api.useQuery('get', '/roster-imports/{importId}/gaps', { params }, { enabled: signedOn !== null });
}

/** Appendix 1 carries no decision, so the last step asks for it; without it the teams stay drafts. */
export function ConfirmStep({ roster, onBack }: { roster: Roster; onBack: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [has, setHas] = useState(true);
  const [decision, setDecision] = useState(noDecision(me.today));
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const gaps = useGaps(roster.id, has ? decision.signedOn : null);
  const knowsOfGaps = (gaps.data ?? []).map(({ key }) => key).filter((key) => seen.has(key));
  const confirm = useCommand({
    send: (_: void, header) =>
      client.POST('/roster-imports/{importId}/confirm', {
        params: { path: { importId: roster.id }, header },
        body: has ? { decision, knowsOfGaps } : {},
      }),
    touches: [...teamPaths, '/roster-imports/{importId}', '/units/{unitId}/registers'],
  });
  if (confirm.data) return <Done result={confirm.data} unitId={roster.unit.id} />;
  const ready = roster.canConfirm && (!has || (decisionComplete(decision) && gaps.isSuccess));
  return (
    <>
      <div className="split">
        <div>
          <DecisionCard n={roster.teams.length} has={has} decision={decision} onHas={setHas} onChange={setDecision} />
          {has && <GapsCard query={gaps} seen={seen} onSeen={setSeen} />}
        </div>
        <DiffCard roster={roster} />
      </div>
      <div className="foot-bar">
        <Button variant="default" onClick={onBack}>
          {t('act.back')}
        </Button>
        <span className="caption">{t('import.nothingWritten')}</span>
        <span className="foot-bar-space" />
        <Button disabled={!ready} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('import.confirm', { n: roster.teams.length })}
        </Button>
      </div>
    </>
  );
}
