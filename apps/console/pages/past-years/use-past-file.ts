import { useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { dataOf, useCommand } from '../../api/use-command.ts';
import { useListFile } from '../../api/use-list-file.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import {
  type Choices,
  choicesOf,
  chosenColumns,
  type PastFile,
  periodOf,
  type Report,
  type Row,
  toLines,
  toRows,
  type When,
} from './past-rows.ts';

export const pastPaths = ['/units/{unitId}/past-imports', '/units/{unitId}/year-ago'] as const;
const CHECK = 2;

/** The file as it is mended, what was said of it, and what the server says. */
export function usePastFile() {
  const { t, n } = useI18n();
  const { post } = useIdentity();
  const unitId = post.unit.id;
  const [table, setTable] = useState<PastFile>();
  const [choices, setChoices] = useState<Choices>({});
  const [when, setWhen] = useState<When>({ year: null, month: null });
  const [source, setSource] = useState('');
  const name = useRef('');
  const period = periodOf(when);
  const columns = table ? chosenColumns(table.columns, choices) : [];
  const send = (rows: readonly Row[], dryRun: boolean, header = {}) =>
    client.POST('/units/{unitId}/past-figures/import', {
      params: { path: { unitId }, header },
      body: { dryRun, fileName: name.current, source: source.trim(), period, columns, lines: toLines(rows, columns) },
    });
  const list = useListFile<Row, Report, PastFile>(
    `/units/${unitId}/past-figures/file`,
    (rows) => dataOf(send(rows, true)),
    {
      checkAt: CHECK,
      onRead: (file) => {
        setTable(file);
        setChoices(choicesOf(file.columns));
      },
    },
  );
  const write = useCommand({
    send: (_: void, header) => send(list.lines, false, header),
    touches: pastPaths,
    failed: () => true,
    done: ({ figures }) => {
      showNotice(t('pastYears.written', { n: n(figures) }));
      list.choose(null);
      setSource('');
      list.setStep(0);
    },
  });
  const choose = (file: File | null) => {
    name.current = file?.name.slice(0, 200) ?? '';
    list.choose(file);
  };
  /** What was left out and mended of the columns before is read anew. */
  const check = () => table && list.check.mutate({ lines: toRows(table), out: [] });
  const said = { table, choices, setChoices, when, setWhen, period, source, setSource, columns };
  return { ...list, ...said, choose, toCheck: check, write };
}
export type PastFileState = ReturnType<typeof usePastFile>;
