import { Button, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import type { UnitList } from './columns-step.tsx';
import type { Choice, Decision, Finding } from './findings.ts';

export function useFindingText() {
  const { t } = useI18n();
  const values = ({ code, file, known, other }: Finding) => ({
    code: code ?? '–',
    file: file ?? '',
    known: known?.fullName ?? '',
    knownCode: known?.code ?? '–',
    other: other?.fullName ?? '',
    otherCode: other?.code ?? '–',
  });
  const note = (finding: Finding, choice: Choice): string | null => {
    switch (choice) {
      case 'new':
        return t(finding.what === 'nameKnown' ? 'unitList.note.newName' : 'unitList.note.new', values(finding));
      case 'keep':
        return t(finding.what === 'missing' ? 'unitList.note.keepMissing' : 'unitList.note.keep');
      case 'same':
      case 'end':
        return t(`unitList.note.${choice}`);
      default:
        return null;
    }
  };
  return { why: (finding: Finding) => t(`unitList.why.${finding.what}`, values(finding)), note };
}

export interface InspectorProps {
  finding: Finding;
  decided: Decision | undefined;
  lines: UnitList['lines'];
  onDecide: (decision: Decision) => void;
  onStep: (by: 1 | -1) => void;
}

function Around({ onStep }: Pick<InspectorProps, 'onStep'>) {
  const { t } = useI18n();
  return (
    <div className="list-steps">
      <button type="button" className="link" onClick={() => onStep(-1)}>
        <Icon name="arrow-up" size={15} /> {t('unitList.before')}
      </button>
      <button type="button" className="link" onClick={() => onStep(1)}>
        {t('unitList.after')} <Icon name="arrow-down" size={15} />
      </button>
    </div>
  );
}

/** One finding: why it is one, what may be done, and what comes of each. Nothing is chosen beforehand where it is a question. */
export function Inspector({ finding, decided, lines, onDecide, onStep }: InspectorProps) {
  const { t } = useI18n();
  const { why, note } = useFindingText();
  const [choice, setChoice] = useState<Choice | null>(decided?.choice ?? finding.proposal);
  const [into, setInto] = useState<string | null>(decided?.into ?? null);
  const take = () => choice && onDecide({ key: finding.key, choice, ...(choice === 'end' && into && { into }) });
  const row = finding.row === null ? '' : `${t('unitList.row')} ${finding.row} · `;
  return (
    <Card title={`${row}${t(`unitList.finding.${finding.what}`)}`}>
      <form
        className="form card-body"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <p>{why(finding)}</p>
        <Radio.Group value={choice} onChange={(next) => setChoice(next as Choice)} aria-label={why(finding)}>
          <div className="list-choices">
            {finding.choices.map((one) => (
              <Radio key={one} value={one} label={t(`unitList.choice.${one}`)} description={note(finding, one)} />
            ))}
          </div>
        </Radio.Group>
        {choice === 'end' && (
          <Select
            searchable
            clearable
            limit={50}
            label={t('unitList.into')}
            placeholder={t('unitList.intoNone')}
            data={lines.map(({ code, type, name }) => ({ value: code, label: `${code} · ${type} ${name}` }))}
            value={into}
            onChange={setInto}
          />
        )}
        <Button type="submit" disabled={!choice} leftSection={<Icon name="check" />}>
          {t('unitList.take')}
        </Button>
        <Around onStep={onStep} />
      </form>
    </Card>
  );
}
