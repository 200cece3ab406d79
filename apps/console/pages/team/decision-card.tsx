import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { CorrectedLink } from '../../ui/corrections.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { CorrectDecisionModal, DecisionHistory } from './correct-decision.tsx';
import { RemoveScanDialog, ScanDialog, ScanPicture } from './scan.tsx';
import type { Team } from './team.ts';
import { VoidDecisionModal } from './void-decision.tsx';

type Decision = Team['decisions'][number];
type Step = 'correct' | 'history' | 'void' | 'scan' | 'removeScan';

const dialogues = {
  correct: CorrectDecisionModal,
  history: DecisionHistory,
  void: VoidDecisionModal,
  scan: ScanDialog,
  removeScan: RemoveScanDialog,
};
type OnStep = (decision: Decision, step: Step) => void;

interface ActsProps {
  team: Team;
  decision: Decision;
  canChange: boolean;
  onStep: OnStep;
}

/** The act in words that say of which paper, for whoever does not see where it stands. */
function Act({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  return (
    <button type="button" className="link" aria-label={name} onClick={onClick}>
      {label}
    </button>
  );
}

function Acts({ team, decision, canChange, onStep }: ActsProps) {
  const { t } = useI18n();
  const { number, version, scan } = decision;
  const step = (name: Step) => () => onStep(decision, name);
  // What an end has moved or cancelled does not come back: such a team is set up again.
  const mayVoid = decision.kind !== 'dissolve' || (team.ended !== null && team.ended > team.at);
  const put = t(scan ? 'paper.scan.replace' : 'paper.scan.put');
  return (
    <span className="decision-acts">
      <ScanPicture team={team} decision={decision} />
      {canChange && (
        <>
          <Act label={put} name={`${put}: ${number}`} onClick={step('scan')} />
          {scan && (
            <Act
              label={t('paper.scan.remove')}
              name={`${t('paper.scan.remove')}: ${number}`}
              onClick={step('removeScan')}
            />
          )}
          <Act label={t('correction.act')} name={t('decision.correctTitle', { number })} onClick={step('correct')} />
          {mayVoid && (
            <Act label={t('decision.void.act')} name={`${t('decision.void.act')}: ${number}`} onClick={step('void')} />
          )}
        </>
      )}
      <CorrectedLink version={version} of={number} onOpen={step('history')} />
    </span>
  );
}

/** What was recorded by mistake, and why it does not count. */
function Voided({ decisions }: { decisions: Team['voidedDecisions'] }) {
  const { t, lang } = useI18n();
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return decisions.map(({ id, kind, number, signedOn, voided: { by, at, reason } }) => (
    <li key={id} className="caption">
      <s>
        {t(`decision.kind.${kind}`)}: {number}, {day(signedOn)}
      </s>
      <div>{t('decision.void.by', { date: day(dateInVietnam(at)), name: by.fullName, reason })}</div>
    </li>
  ));
}

function NoDecision({ onAttach }: { onAttach: (() => void) | undefined }) {
  const { t } = useI18n();
  return (
    <div>
      <b>{t('decision.none')}</b>
      {onAttach && (
        <Button
          size="xs"
          mt={8}
          variant="default"
          leftSection={<Icon name="file-certificate" size={16} />}
          onClick={onAttach}
        >
          {t('team.attachSigned')}
        </Button>
      )}
    </div>
  );
}

interface Props {
  team: Team;
  canCorrect: boolean;
  onAttach: (() => void) | undefined;
}

/** What the team stands on: its decisions, each to be put right where it was typed wrongly. */
export function DecisionCard({ team, canCorrect, onAttach }: Props) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState<{ decision: Decision; step: Step } | null>(null);
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const first = team.decisions.find(({ kind }) => kind === 'establish');
  const later = team.decisions.filter(({ kind }) => kind !== 'establish');
  const acts = {
    team,
    canChange: canCorrect,
    onStep: (decision: Decision, step: Step) => setOpen({ decision, step }),
  };
  const Modal = open && dialogues[open.step];
  return (
    <Card title={t('decision.title')}>
      <div className="card-body decision">
        {first ? (
          <div>
            <b>{t('decision.number', { number: first.number })}</b>
            <div>{t('decision.signedOn', { date: day(first.signedOn) })}</div>
            <div className="caption">{t('decision.signer', { signer: first.signer })}</div>
            <Acts decision={first} {...acts} />
          </div>
        ) : (
          <NoDecision onAttach={onAttach} />
        )}
      </div>
      {later.length + team.voidedDecisions.length > 0 && (
        <ul className="decision-later">
          {later.map((each) => (
            <li key={each.id} className="caption">
              {t(`decision.kind.${each.kind}` as MessageId)}: {each.number}, {day(each.signedOn)}
              <Acts decision={each} {...acts} />
            </li>
          ))}
          <Voided decisions={team.voidedDecisions} />
        </ul>
      )}
      {open && Modal && <Modal team={team} decision={open.decision} onClose={() => setOpen(null)} />}
    </Card>
  );
}
