import { Button, NumberInput } from '@mantine/core';
import type { Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Card, Notice } from '../../../ui/layout.tsx';
import { BasisField, FromField } from '../fields.tsx';
import { Refused } from '../../../ui/refused.tsx';

export type UnitList = Schemas['UnitListFile'];
type Columns = UnitList['columns'];
const SAMPLE = 5;
const FAULTS = 6;
const NONE = '-';

export interface ColumnsStepProps {
  list: UnitList;
  from: string;
  basis: string;
  busy: boolean;
  error: unknown;
  onColumns: (columns: Columns, headerRow: number) => void;
  onFrom: (day: string) => void;
  onBasis: (basis: string) => void;
  onNext: () => void;
}

function ColumnFields({ list, onColumns }: Pick<ColumnsStepProps, 'list' | 'onColumns'>) {
  const { t } = useI18n();
  const { header, columns } = list;
  const headings = header.map((text, index) => {
    const sample = list.samples[index]?.slice(0, 2).join(', ');
    return { value: String(index), label: `${text || index + 1}${sample ? ` (${sample})` : ''}` };
  });
  const field = (key: keyof Columns, none: string) => (
    <Choice
      label={t(`unitList.col.${key}`)}
      options={[{ value: NONE, label: none }, ...headings]}
      value={columns[key] === null ? NONE : String(columns[key])}
      onChange={(chosen) => onColumns({ ...columns, [key]: chosen === NONE ? null : Number(chosen) }, list.headerRow)}
    />
  );
  const unknown = columns.code === null || columns.name === null;
  return (
    <>
      {unknown && (
        <Notice tone="doing" icon="help-hexagon">
          {t('unitList.columnsUnknown')}
        </Notice>
      )}
      <div className="field-row">
        {field('code', t('unitList.chooseColumn'))}
        {field('name', t('unitList.chooseColumn'))}
        {field('type', t('unitList.noColumn'))}
        {field('parent', t('unitList.noColumn'))}
        <NumberInput
          label={t('unitList.headerRow')}
          min={1}
          max={1_000}
          value={list.headerRow}
          onChange={(row) => typeof row === 'number' && row >= 1 && onColumns(columns, row)}
        />
      </div>
    </>
  );
}

function Sample({ list }: { list: UnitList }) {
  const { t } = useI18n();
  return (
    <div className="flow-table">
      <table className="dt-table plain-table">
        <thead>
          <tr>
            <th>{t('unitList.row')}</th>
            <th>{t('unitList.col.code')}</th>
            <th>{t('unitList.col.type')}</th>
            <th>{t('unitList.col.name')}</th>
            <th>{t('unitList.col.parent')}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.slice(0, SAMPLE).map((line) => (
            <tr key={line.row}>
              <td className="num">{line.row}</td>
              <td className="num">{line.code}</td>
              <td>{line.type}</td>
              <td>{line.name}</td>
              <td className="num">{line.parentCode}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Faults({ list }: { list: UnitList }) {
  const { t, has } = useI18n();
  if (list.findings.length === 0) return null;
  const text = ({ code, params }: UnitList['findings'][number]) => {
    const id = `unitList.fault.${code.replace('unit.', '')}` as MessageId;
    return has(id) ? t(id, { value: String(params['value'] ?? '') }) : code;
  };
  return (
    <Notice tone="doing" icon="alert-triangle">
      <b>{t('unitList.unusable', { n: list.findings.length })}</b>
      <ul>
        {list.findings.slice(0, FAULTS).map((fault) => (
          <li key={fault.row}>{t('unitList.fault', { row: fault.row, text: text(fault) })}</li>
        ))}
        {list.findings.length > FAULTS && <li>…</li>}
      </ul>
    </Notice>
  );
}

export function ColumnsStep({ list, from, basis, busy, error, onColumns, onFrom, onBasis, onNext }: ColumnsStepProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  return (
    <Card title={t('unitList.columnsTitle')} note={t('unitList.sample', { n: list.lines.length })}>
      <form
        className="form card-body"
        onSubmit={(event) => {
          event.preventDefault();
          onNext();
        }}
      >
        <ColumnFields list={list} onColumns={onColumns} />
        <Sample list={list} />
        <Faults list={list} />
        <div className="field-row">
          <FromField label={t('units.from')} value={from} onChange={onFrom} />
          <BasisField unitId={post.unit.id} value={basis} onChange={onBasis} />
        </div>
        <Refused error={error} />
        <Button
          type="submit"
          className="file-form-next"
          loading={busy}
          disabled={basis.trim() === '' || list.lines.length === 0}
        >
          {t('unitList.toCheck')}
        </Button>
      </form>
    </Card>
  );
}
