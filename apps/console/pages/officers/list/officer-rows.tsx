/** The rows of a list that need a look, each in its cells; one row at a time is mended. */
import { Button } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ListCheck } from '../../../ui/lists/list-check.tsx';
import type { ListShape } from '../../../ui/lists/rows.ts';
import { RowForm, useFindingText } from './row-form.tsx';
import { bothKept, elsewhereOf, type Finding, type Line } from './rows.ts';
import type { OfficerList } from './use-officer-list.ts';

/** Who holds a post elsewhere keeps both, for all of them at once. */
function BothAll({ list: { lines, mend }, findings }: { list: OfficerList; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const n = elsewhereOf(findings).size;
  if (n <= 1) return null;
  return (
    <Button size="xs" variant="light" onClick={() => mend(bothKept(lines, findings))}>
      {t('officerList.bothAll', { n })}
    </Button>
  );
}

export function OfficerRows({ list, findings }: { list: OfficerList; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const { lines, from, check, mend, drop } = list;
  const shape: ListShape<Line, Finding> = {
    columns: [
      { key: 'fullName', head: t('officerList.col.name') },
      { key: 'phone', head: t('appoint.phone'), num: true, doubted: true },
      { key: 'email', head: t('appoint.email'), doubted: true },
      { key: 'post', head: t('officerList.col.post') },
      { key: 'unit', head: t('officerList.col.unit') },
      { key: 'standIn', head: t('officerList.standIn'), num: true, doubted: true },
    ],
    text: useFindingText(),
    byRow: true,
  };
  return (
    <ListCheck
      shape={shape}
      lines={lines}
      findings={findings}
      bar={<BothAll list={list} findings={findings} />}
      name={({ line }) => line.fullName}
    >
      {({ line, found }) => (
        <RowForm
          line={line}
          findings={found}
          from={from}
          busy={check.isPending}
          onSave={(changed) => mend([changed])}
          onDrop={() => drop([line.row])}
        />
      )}
    </ListCheck>
  );
}
