import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { CorrectedLink } from '../../ui/corrections.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { CorrectDecisionModal, DecisionHistory } from './correct-decision.tsx';
import type { Team } from './team.ts';

type Decision = Team['decisions'][number];
type Step = 'correct' | 'history';
type OnStep = (decision: Decision, step: Step) => void;

function Sheet() {
  return (
    <svg viewBox="0 0 58 76" width="58" height="76" aria-hidden="true">
      <rect x="0.5" y="0.5" width="57" height="75" rx="4" fill="var(--surface)" stroke="var(--line-strong)" />
      <path
        d="M8 11h16M34 11h16M16 20h26M8 29h42M8 35h42M8 41h42M8 47h30M32 69h18"
        stroke="var(--bar-3)"
        strokeWidth="2.500"
      />
      <circle cx="37" cy="60" r="7" fill="none" stroke="var(--bar-late)" strokeWidth="1.500" />
    </svg>
  );
}

function Acts({ decision, canCorrect, onStep }: { decision: Decision; canCorrect: boolean; onStep: OnStep }) {
  const { t } = useI18n();
  const { number, version } = decision;
  if (!canCorrect && version === 1) return null;
  return (
    <span className="decision-acts">
      {canCorrect && (
        <button
          type="button"
          className="link"
          aria-label={t('decision.correctTitle', { number })}
          onClick={() => onStep(decision, 'correct')}
        >
          {t('correction.act')}
        </button>
      )}
      <CorrectedLink version={version} of={number} onOpen={() => onStep(decision, 'history')} />
    </span>
  );
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
  const acts = { canCorrect, onStep: (decision: Decision, step: Step) => setOpen({ decision, step }) };
  const Modal = open?.step === 'correct' ? CorrectDecisionModal : DecisionHistory;
  return (
    <Card title={t('decision.title')}>
      <div className="card-body decision">
        <Sheet />
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
      {later.length > 0 && (
        <ul className="decision-later">
          {later.map((each) => (
            <li key={each.id} className="caption">
              {t(`decision.kind.${each.kind}` as MessageId)}: {each.number}, {day(each.signedOn)}
              <Acts decision={each} {...acts} />
            </li>
          ))}
        </ul>
      )}
      {open && <Modal team={team} decision={open.decision} onClose={() => setOpen(null)} />}
    </Card>
  );
}
