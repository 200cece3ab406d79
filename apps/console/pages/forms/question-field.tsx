import { Checkbox, NumberInput, Radio } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { PLACES, type Cells, type Question } from '#contracts/questions/question-kinds';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoteField } from '../../ui/form.tsx';
import type { AnswerValue } from './form-facts.ts';

interface Props {
  question: Question;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | undefined) => void;
  /** What is wrong with it. */
  error?: string | undefined;
  disabled?: boolean;
}

const separators = { vi: { thousand: '.', decimal: ',' }, en: { thousand: ',', decimal: '.' } } as const;

interface NumberProps {
  field: { kind: Question['kind']; unit?: string | undefined };
  name: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  disabled?: boolean | undefined;
}

/** Written as people write numbers here; empty is not answered. */
function Numeric({ field: { kind, unit }, name, value, onChange, disabled }: NumberProps) {
  const { lang } = useI18n();
  const { thousand, decimal } = separators[lang];
  return (
    <NumberInput
      aria-label={name}
      value={value ?? ''}
      disabled={disabled}
      hideControls
      allowDecimal={kind === 'decimal'}
      decimalScale={PLACES}
      thousandSeparator={thousand}
      decimalSeparator={decimal}
      suffix={kind === 'money' ? ' đ' : unit ? ` ${unit}` : undefined}
      onChange={(typed) => onChange(typed === '' ? undefined : Number(typed))}
    />
  );
}

function YesNo({ question, value, onChange, disabled }: Props) {
  const { t } = useI18n();
  return (
    <Radio.Group
      aria-label={question.label}
      value={value === undefined ? null : String(value)}
      onChange={(said) => onChange(said === 'true')}
    >
      <div className="forms-choices">
        <Radio value="true" label={t('forms.yes')} disabled={disabled} />
        <Radio value="false" label={t('forms.no')} disabled={disabled} />
      </div>
    </Radio.Group>
  );
}

function Choices({ question, value, onChange, disabled }: Props) {
  const { choices = [], kind, label } = question;
  if (kind === 'oneOf')
    return (
      <Radio.Group aria-label={label} value={typeof value === 'string' ? value : null} onChange={onChange}>
        <div className="forms-choices">
          {choices.map((one) => (
            <Radio key={one.key} value={one.key} label={one.label} disabled={disabled} />
          ))}
        </div>
      </Radio.Group>
    );
  const chosen = Array.isArray(value) ? value : [];
  return (
    <Checkbox.Group aria-label={label} value={chosen} onChange={(keys) => onChange(keys.length > 0 ? keys : undefined)}>
      <div className="forms-choices">
        {choices.map((one) => (
          <Checkbox key={one.key} value={one.key} label={one.label} disabled={disabled} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Table({ question, value, onChange, disabled }: Props) {
  const { rows = [], columns = [], label } = question;
  const cells = typeof value === 'object' && !Array.isArray(value) ? (value as Cells) : {};
  const set = (row: string, column: string, cell: number | undefined) => {
    const { [column]: _, ...rest } = cells[row] ?? {};
    const next = { ...cells, [row]: cell === undefined ? rest : { ...rest, [column]: cell } };
    const said = Object.fromEntries(Object.entries(next).filter(([, one]) => Object.keys(one).length > 0));
    onChange(Object.keys(said).length > 0 ? (said as AnswerValue) : undefined);
  };
  return (
    <div className="forms-table-wrap">
      <table className="forms-table" aria-label={label}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => (
                <td key={column.key}>
                  <Numeric
                    field={column}
                    name={`${row.label}, ${column.label}`}
                    value={cells[row.key]?.[column.key]}
                    disabled={disabled}
                    onChange={(cell) => set(row.key, column.key, cell)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Control(props: Props) {
  const { question, value, onChange, disabled } = props;
  switch (question.kind) {
    case 'yesNo':
      return <YesNo {...props} />;
    case 'oneOf':
    case 'someOf':
      return <Choices {...props} />;
    case 'table':
      return <Table {...props} />;
    case 'day':
      return (
        <DatePickerInput
          aria-label={question.label}
          valueFormat="D/M/YYYY"
          clearable
          disabled={disabled ?? false}
          value={typeof value === 'string' ? value : null}
          onChange={(day) => onChange(day ? String(day) : undefined)}
        />
      );
    case 'text':
      return (
        <NoteField
          aria-label={question.label}
          disabled={disabled}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      );
    default:
      return (
        <Numeric
          field={question}
          name={question.label}
          value={typeof value === 'number' ? value : undefined}
          disabled={disabled}
          onChange={onChange}
        />
      );
  }
}

/** A question as it is answered at a computer. */
export function QuestionField(props: Props) {
  const { label, hint, required } = props.question;
  return (
    <div className="forms-field" data-error={props.error ? true : undefined}>
      <p className="forms-label">
        {label}
        {required && (
          <span className="forms-required" aria-hidden>
            {' '}
            *
          </span>
        )}
      </p>
      {hint && <p className="caption">{hint}</p>}
      <Control {...props} />
      {props.error && (
        <p className="forms-error" role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}
