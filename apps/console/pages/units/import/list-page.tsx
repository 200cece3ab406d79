import '@mantine/core/styles/Pill.css';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatDate } from '#i18n';
import { client, fetchRaw, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { dropFile, keepFile, keptFile } from '../../../api/kept-file.ts';
import { dataOf, useCommand } from '../../../api/use-command.ts';
import { useQuestion } from '../../../api/use-question.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Steps } from '../../../ui/layout.tsx';
import { ListFoot } from '../../../ui/lists/list-frame.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { touches } from '../unit-forms.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { type Kind, kindsBelow } from '../unit-kinds.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep, type UnitList } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { type Decisions, notedTable } from './findings.ts';
import { useFindingText } from './inspector.tsx';
import { PastImports } from './past-imports.tsx';
import '../units.css';
import { HeaderAct } from '../../../ui/header/header-menu.tsx';

type Report = Schemas['ImportReport'];
type Columns = UnitList['columns'];
interface Kept {
  file: File;
  kind: Kind;
  from: string;
  basis: string;
  said?: Said;
}
interface Said {
  columns: Columns;
  headerRow: number;
}
interface Sent {
  kind: Kind;
  from: string;
  basis: string;
  list: UnitList;
  decisions: Decisions;
  dryRun: boolean;
}

async function readList(unitId: string, file: File, kind: Kind, said?: Said): Promise<UnitList> {
  const { columns, headerRow } = said ?? {};
  const chosen =
    columns &&
    `&headerRow=${headerRow}&columns=${[columns.code, columns.name, columns.type, columns.parent]
      .map((column) => column ?? '-')
      .join(',')}`;
  const answer = await fetchRaw(`/units/${unitId}/import/file?kind=${kind}${chosen ?? ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await answer.json()) as UnitList;
}

function send(unitId: string, { list, decisions, basis, ...dated }: Sent, header = {}) {
  return client.POST('/units/{unitId}/import', {
    params: { path: { unitId }, header },
    body: {
      ...dated,
      basis: basis.trim(),
      lines: list.lines,
      decisions: Object.values(decisions),
      takeProposals: false,
    },
  });
}

function useNotes(list: UnitList | undefined, report: Report | undefined) {
  const { t } = useI18n();
  const { why } = useFindingText();
  return () => {
    if (!list || !report) return;
    const heading = [
      t('unitList.row'),
      t('unitList.col.code'),
      t('unitList.col.type'),
      t('unitList.col.name'),
      t('unitList.col.parent'),
      t('unitList.seen'),
    ];
    const byRow = new Map(report.findings.map((finding) => [finding.row, why(finding)]));
    const rows = list.lines.map((line) => [
      String(line.row),
      line.code,
      line.type,
      line.name,
      line.parentCode,
      byRow.get(line.row) ?? '',
    ]);
    const missing = report.findings
      .filter(({ row }) => row === null)
      .map((finding) => ['–', finding.code ?? '', '', finding.known?.fullName ?? '', '', why(finding)]);
    const url = URL.createObjectURL(new Blob([notedTable([heading, ...rows, ...missing])], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href: url, download: 'danh-muc-ghi-chu.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
}

interface FootProps {
  list: UnitList;
  report: Report;
  busy: boolean;
  onBack: () => void;
  onWrite: () => void;
}

function Foot({ list, report, busy, onBack, onWrite }: FootProps) {
  const { t } = useI18n();
  const notes = useNotes(list, report);
  const n = report.created + report.changed + report.ended;
  const left = report.open;
  return (
    <ListFoot back={t('unitList.back')} onBack={onBack} note={t('unitList.nothing')}>
      <Button variant="default" leftSection={<Icon name="download" />} onClick={notes}>
        {t('unitList.notes')}
      </Button>
      <Button disabled={left > 0 || n === 0} loading={busy} onClick={onWrite}>
        {left > 0 ? t('unitList.writeLeft', { n, left }) : t('unitList.write', { n })}
      </Button>
    </ListFoot>
  );
}

/** Once, when the page opens: what was read before a reload is read again. */
function useKept(keptAs: string, again: (kept: Kept) => void): void {
  useEffect(() => {
    void keptFile<Kept>(keptAs).then((kept) => kept && again(kept));
  }, [keptAs]);
}

/** Looks at the list and writes it, once for each press. */
function useSending(keptAs: string, day: string, onLooked: (report: Report) => void) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const check = useQuestion({ mutationFn: (sent: Sent) => dataOf(send(post.unit.id, sent)), onSuccess: onLooked });
  const write = useCommand({
    send: (sent: Sent, header) => send(post.unit.id, sent, header),
    touches: [...touches, '/units/{unitId}/imports'],
    failed: () => true,
    done: async ({ created, changed, ended }) => {
      void dropFile(keptAs);
      showNotice(t('unitList.written', { n: created + changed + ended, day }));
      await navigate({ to: '/units' });
    },
  });
  return { check, write };
}

/** What is chosen and read so far, and what the server says of it. */
function useUnitList() {
  const { lang } = useI18n();
  const { me, post } = useIdentity();
  const kinds = kindsBelow[post.unit.kind];
  const keptAs = `unit-list:${me.person.id}:${post.unit.id}`;
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'hamlet');
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState(0);
  const [from, setFrom] = useState<string>(me.today);
  const [basis, setBasis] = useState('');
  const [report, setReport] = useState<Report>();
  /** The last is what holds; the others are what Ctrl Z goes back to. */
  const [past, setPast] = useState<readonly Decisions[]>([{}]);
  const day = formatDate(from, lang, { withYear: true });
  const read = useQuestion({
    mutationFn: ({ of, said }: { of: File; said?: Said }) => readList(post.unit.id, of, kind, said),
    onSuccess: (_, { of, said }) => {
      setStep(1);
      void keepFile(keptAs, { file: of, kind, from, basis, ...(said && { said }) });
    },
  });
  useKept(keptAs, (kept) => {
    setKind(kept.kind);
    setFrom(kept.from);
    setBasis(kept.basis);
    setFile(kept.file);
    read.mutate({ of: kept.file, ...(kept.said && { said: kept.said }) });
  });
  const choose = (next: File | null) => {
    setFile(next);
    if (!next) void dropFile(keptAs);
  };
  const { check, write } = useSending(keptAs, day, (answer) => {
    setReport(answer);
    setStep(2);
  });
  const decide = (all: readonly Decisions[]) => {
    setPast(all);
    if (read.data) check.mutate({ kind, from, basis, list: read.data, decisions: all.at(-1) ?? {}, dryRun: true });
  };
  const chosen = { kinds, kind, setKind, file, choose, step, setStep, from, setFrom, basis, setBasis, day };
  return { ...chosen, list: read.data, report, past, read, check, write, decide };
}
type UnitListState = ReturnType<typeof useUnitList>;

function Check({ state, list, report }: { state: UnitListState; list: UnitList; report: Report }) {
  const { kind, from, basis, past, write, check, decide, setStep } = state;
  const decisions = past.at(-1) ?? {};
  return (
    <>
      <CheckStep
        list={list}
        report={report}
        from={from}
        decisions={decisions}
        onDecisions={(next) => decide([...past, next])}
        onUndo={() => past.length > 1 && decide(past.slice(0, -1))}
      />
      <Refused error={write.error ?? check.error} />
      <Foot
        list={list}
        report={report}
        busy={write.isPending}
        onBack={() => setStep(1)}
        onWrite={() => write.mutate({ kind, from, basis, list, decisions, dryRun: false })}
      />
    </>
  );
}

function Before({ state }: { state: UnitListState }) {
  const { step, list, read, check, kinds, kind, setKind, file, choose, from, setFrom, basis, setBasis, decide } = state;
  if (step === 1 && list)
    return (
      <ColumnsStep
        list={list}
        from={from}
        basis={basis}
        busy={check.isPending}
        error={check.error ?? read.error}
        onColumns={(columns, headerRow) => file && read.mutate({ of: file, said: { columns, headerRow } })}
        onFrom={setFrom}
        onBasis={setBasis}
        onNext={() => decide([{}])}
      />
    );
  return (
    <>
      <FileStep
        kinds={kinds}
        kind={kind}
        onKind={setKind}
        file={file}
        onFile={choose}
        busy={read.isPending}
        error={read.error}
        onRead={() => file && read.mutate({ of: file })}
      />
      <PastImports />
    </>
  );
}

export function UnitListPage() {
  const { t } = useI18n();
  const state = useUnitList();
  const { step, setStep, file, list, report, day } = state;
  const labels = (['file', 'columns', 'check', 'write'] as const).map((one) => t(`unitList.step.${one}`));
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.units'), to: '/units' }}
        title={t(step === 2 ? 'unitList.title' : 'unitList.start')}
        state={file && list && step > 0 && t('unitList.sub', { file: file.name, n: list.lines.length, day })}
        acts={
          step > 0 && (
            <HeaderAct icon="arrows-exchange" onClick={() => setStep(0)}>
              {t('unitList.another')}
            </HeaderAct>
          )
        }
      />
      <Steps labels={labels} at={step} onGo={setStep} />
      {step === 2 && list && report ? <Check state={state} list={list} report={report} /> : <Before state={state} />}
    </div>
  );
}
