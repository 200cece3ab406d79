import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { type MessageId, useI18n, type Values } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import {
  alike,
  type ChoiceKind,
  columnIndex,
  type Finding,
  isAboutRows,
  isConfirming,
  isOfFile,
  mustFix,
  type Roster,
  shownAs,
} from './findings.ts';
import { RowsChoices } from './rows-choices.tsx';

interface InspectorProps {
  roster: Roster;
  order: readonly Finding[];
  at: number;
  typing: boolean;
  setTyping: (on: boolean) => void;
  choose: (findings: readonly Finding[], choice: ChoiceKind, value?: string) => void;
  go: (index: number) => void;
  pick: (finding: Finding) => void;
}

export function useFindingText() {
  const { t, has } = useI18n();
  return (finding: Finding): string => {
    const id = `finding.${finding.code}`;
    const values = Object.fromEntries(
      Object.entries({ original: finding.original, proposed: finding.proposed ?? '', ...finding.params }).map(
        ([key, value]) => [key, typeof value === 'number' ? value : String(value)],
      ),
    ) as Values;
    return has(id) ? t(id as MessageId, values) : t('finding.other', { code: finding.code });
  };
}

const tones = { must_fix: 'late', choose: 'doing', auto_fixed: 'new', info: 'mute' } as const;

function Retype({
  finding,
  onDone,
  onCancel,
}: {
  finding: Finding;
  onDone: (value: string) => void;
  onCancel: () => void;
}) {
  const { t } = useI18n();
  const [value, setValue] = useState(finding.value ?? finding.proposed ?? finding.original);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) onDone(value.trim());
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label={t('import.typeHere')}
        value={value}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <div className="form-foot">
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('act.close')}
        </Button>
        <Button size="xs" type="submit">
          {t('import.take')}
        </Button>
      </div>
    </form>
  );
}

/** For a cell or its row. */
function ByHand({ finding, setTyping, choose }: { finding: Finding } & Pick<InspectorProps, 'setTyping' | 'choose'>) {
  const { t } = useI18n();
  return (
    <>
      <Button variant="default" rightSection={<kbd>F2</kbd>} onClick={() => setTyping(true)}>
        {t('import.retype')}
      </Button>
      {finding.severity === 'must_fix' && (
        <Button variant="subtle" onClick={() => choose([finding], 'leave_out')}>
          {t('import.leaveOut')}
        </Button>
      )}
    </>
  );
}

function Choices({
  finding,
  others,
  setTyping,
  choose,
}: { finding: Finding; others: readonly Finding[] } & Pick<InspectorProps, 'setTyping' | 'choose'>) {
  const { t } = useI18n();
  const [together, setTogether] = useState(true);
  const targets = together ? [finding, ...others] : [finding];
  return (
    <div className="inspector-acts">
      {finding.proposed !== null && (
        <Button
          leftSection={<Icon name="check" />}
          rightSection={<kbd>Enter</kbd>}
          onClick={() => choose(targets, 'take')}
        >
          {t(isConfirming(finding) ? 'import.itIsSo' : 'import.takeProposal')}
        </Button>
      )}
      {finding.options.map((option) => (
        <Button key={option} variant="default" onClick={() => choose([finding], 'typed', option)}>
          {option}
        </Button>
      ))}
      {finding.severity !== 'must_fix' && (
        <Button variant="default" rightSection={<kbd>G</kbd>} onClick={() => choose([finding], 'keep')}>
          {t('import.keep')}
        </Button>
      )}
      {!isOfFile(finding) && <ByHand finding={finding} setTyping={setTyping} choose={choose} />}
      {others.length > 0 && (
        <Checkbox
          checked={together}
          onChange={(event) => setTogether(event.currentTarget.checked)}
          label={t('import.applyTo', { n: others.length })}
        />
      )}
    </div>
  );
}

function Answers({
  finding,
  roster,
  typing,
  setTyping,
  choose,
}: { finding: Finding } & Pick<InspectorProps, 'roster' | 'typing' | 'setTyping' | 'choose'>) {
  if (isAboutRows(finding)) return <RowsChoices {...{ finding, roster, choose }} />;
  if (typing)
    return (
      <Retype
        finding={finding}
        onDone={(value) => choose([finding], 'typed', value)}
        onCancel={() => setTyping(false)}
      />
    );
  if (finding.severity === 'info') return null;
  return <Choices finding={finding} others={alike(roster.findings, finding)} setTyping={setTyping} choose={choose} />;
}

function FindingView({
  finding,
  roster,
  typing,
  setTyping,
  choose,
}: { finding: Finding } & Pick<InspectorProps, 'roster' | 'typing' | 'setTyping' | 'choose'>) {
  const { t } = useI18n();
  const text = useFindingText();
  const wanted = shownAs(finding);
  return (
    <div className="card-body form">
      <div className={`finding chip-${tones[finding.severity]}`}>
        <Icon
          name={
            finding.severity === 'must_fix' ? 'alert-circle' : finding.severity === 'choose' ? 'help-hexagon' : 'wand'
          }
        />
        <span>{text(finding)}</span>
      </div>
      <div>
        <span className="caption">{t('import.inFile')}</span>
        <div className="cell-value">{finding.original || <span className="muted">{t('import.emptyCell')}</span>}</div>
      </div>
      {wanted !== null && wanted !== '' && (
        <div>
          <span className="caption">{finding.choice === 'typed' ? t('import.typed') : t('import.proposal')}</span>
          <div className="cell-value cell-proposal">{wanted}</div>
        </div>
      )}
      {finding.choice && (
        <span className="good caption">
          <Icon name="check" size={15} /> {t(`import.choice.${finding.choice}`)}
        </span>
      )}
      <Answers {...{ finding, roster, typing, setTyping, choose }} />
    </div>
  );
}

function StillToFix({ findings, pick }: { findings: readonly Finding[]; pick: (finding: Finding) => void }) {
  const { t } = useI18n();
  const text = useFindingText();
  if (findings.length === 0)
    return (
      <div className="card-body good">
        <Icon name="circle-check" /> {t('import.allFixed')}
      </div>
    );
  return (
    <div className="card-body">
      <h2>{t('import.leftToFix', { n: findings.length })}</h2>
      <ul className="to-fix">
        {findings.slice(0, 8).map((finding) => (
          <li key={finding.cell + finding.code}>
            <Icon name="alert-circle" size={16} />
            <button type="button" className="link late-link" onClick={() => pick(finding)}>
              {isOfFile(finding) ? t('import.wholeFile') : finding.cell} · {text(finding)}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > 8 && <p className="caption">{t('import.andMore', { n: findings.length - 8 })}</p>}
    </div>
  );
}

export function Inspector(props: InspectorProps) {
  const { roster, order, at, go, pick, setTyping } = props;
  const { t } = useI18n();
  const finding = order[at];
  useEffect(() => setTyping(false), [at, setTyping]);
  const left = mustFix(roster.findings);
  if (!finding)
    return (
      <Card title={t('import.clean')}>
        <div className="card-body good">
          <Icon name="circle-check" /> {t('import.cleanText')}
        </div>
      </Card>
    );
  const column = roster.columns[columnIndex(finding.column)];
  return (
    <section className="card inspector" aria-live="polite">
      <div className="card-head">
        <h2>
          {isOfFile(finding) ? t('import.wholeFile') : t('import.cell', { cell: finding.cell })}
          {column && !isOfFile(finding) ? ` · ${column}` : ''}
        </h2>
        <span className="num caption">
          {at + 1} / {order.length}
        </span>
      </div>
      <FindingView key={finding.cell + finding.code} {...props} finding={finding} />
      <div className="inspector-walk">
        <button type="button" className="link" disabled={at === 0} onClick={() => go(at - 1)}>
          <Icon name="arrow-up" size={16} /> {t('import.previous')}
        </button>
        <button type="button" className="link" disabled={at >= order.length - 1} onClick={() => go(at + 1)}>
          {t('import.next')} <Icon name="arrow-down" size={16} />
        </button>
      </div>
      <StillToFix findings={left} pick={pick} />
    </section>
  );
}
