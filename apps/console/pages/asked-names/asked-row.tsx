import { Radio } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { type AskedHamlet, type Saying, sayingOf } from './sayings.ts';

const choices = ['agree', 'other'] as const;

interface Props {
  hamlet: AskedHamlet;
  saying: Saying | undefined;
  readOnly: boolean;
  onSay: (change: Partial<Saying>) => void;
}

/** "Đồng ý", or the other name and why. */
function useSaid(): (saying: Pick<Saying, 'otherName' | 'remark'>) => string {
  const { t } = useI18n();
  return ({ otherName, remark }) =>
    [otherName && `“${otherName}”`, remark].filter(Boolean).join(' · ') || t('an.agree');
}

/** What was said while the hamlet was to have another name. */
function Earlier({ hamlet: { name, opinion } }: Pick<Props, 'hamlet'>) {
  const { t } = useI18n();
  const said = useSaid();
  if (!opinion || opinion.about === name) return null;
  const { about, otherName, remark } = opinion;
  return (
    <span className="cell-2">
      {t('an.before', { name: about, said: said({ otherName: otherName ?? '', remark: remark ?? '' }) })}
    </span>
  );
}

function Choices({ hamlet: { fullName, id }, saying, onSay }: Omit<Props, 'readOnly'>) {
  const { t } = useI18n();
  return (
    <>
      <div className="an-choices" role="radiogroup" aria-label={t('an.opinionOf', { hamlet: fullName })}>
        {choices.map((choice) => (
          <Radio
            key={choice}
            name={`say ${id}`}
            label={t(`an.${choice}`)}
            checked={saying?.choice === choice}
            onChange={() => onSay({ choice })}
          />
        ))}
      </div>
      {saying?.choice === 'other' && (
        <div className="an-other">
          <TextField
            aria-label={t('an.otherName', { hamlet: fullName })}
            placeholder={t('an.otherNameShort')}
            maxLength={200}
            value={saying.otherName}
            onChange={(otherName) => onSay({ otherName })}
          />
          <TextField
            aria-label={t('an.remark', { hamlet: fullName })}
            placeholder={t('an.remarkShort')}
            maxLength={1000}
            value={saying.remark}
            onChange={(remark) => onSay({ remark })}
          />
        </div>
      )}
    </>
  );
}

/** One hamlet: its name, the proposed one, and what the commune says to it. */
export function AskedRow(props: Props) {
  const { hamlet, readOnly } = props;
  const { t } = useI18n();
  const said = useSaid();
  const sent = sayingOf(hamlet);
  return (
    <tr>
      <th scope="row">{hamlet.fullName}</th>
      <td>
        <b>{hamlet.name}</b>
      </td>
      <td>
        {readOnly ? sent.choice ? said(sent) : t('an.none') : <Choices {...props} />}
        <Earlier hamlet={hamlet} />
      </td>
    </tr>
  );
}
