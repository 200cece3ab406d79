/** Choices go to the server one step at a time; each step remembers what it replaced, so Ctrl Z takes it back. */
import { useRef, useState } from 'react';
import { client, queryClient, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type ChoiceKind, type Finding, findingKey, type Roster } from './findings.ts';

type Choice = Schemas['RosterChoices']['choices'][number];

const asChoice = (finding: Finding, choice: ChoiceKind | null, value?: string | null): Choice => ({
  cell: finding.cell,
  code: finding.code,
  sheet: finding.sheet,
  choice,
  ...(value ? { value } : {}),
});

export function withChoices(roster: Roster, choices: readonly Choice[]): Roster {
  const wanted = new Map(choices.map((choice) => [findingKey(choice), choice]));
  const findings = roster.findings.map((finding) => {
    const choice = wanted.get(findingKey(finding));
    return choice ? { ...finding, choice: choice.choice, value: choice.value ?? null } : finding;
  });
  return { ...roster, findings };
}

/** What is to be sent of choices that follow each other: of each finding the last one. */
export function lastOfEach(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [findingKey(choice), choice])).values()];
}

/**
 * Sends in order, one request at a time: the file is read anew for each, and requests side by side would overtake each
 * other. What is chosen meanwhile goes together with the next.
 */
function useLine(roster: Roster) {
  const i18n = useI18n();
  const waiting = useRef<Choice[]>([]);
  const sending = useRef(false);
  const [saving, setSaving] = useState(false);
  const queryKey = ['get', '/roster-imports/{importId}', { params: { path: { importId: roster.id } } }];

  const send = async (choices: Choice[]): Promise<void> => {
    const { data, error } = await client.PATCH('/roster-imports/{importId}', {
      params: { path: { importId: roster.id } },
      body: { choices },
    });
    if (!data) throw error;
    queryClient.setQueryData(queryKey, withChoices(data, waiting.current));
  };
  const work = async (): Promise<void> => {
    let failed = false;
    sending.current = true;
    setSaving(true);
    while (waiting.current.length > 0) {
      const choices = lastOfEach(waiting.current);
      waiting.current = [];
      await send(choices).catch((error: unknown) => {
        failed = true;
        showNotice(problemText(i18n, error), 'failed');
      });
    }
    sending.current = false;
    setSaving(false);
    if (failed) void queryClient.invalidateQueries({ queryKey });
  };
  const add = (choices: readonly Choice[]): void => {
    queryClient.setQueryData<Roster>(queryKey, (old) => withChoices(old ?? roster, choices));
    waiting.current = [...waiting.current, ...choices];
    if (!sending.current) void work();
  };
  return { add, saving };
}

export function useChoices(roster: Roster) {
  const line = useLine(roster);
  const [past, setPast] = useState<Choice[][]>([]);
  const choose = (findings: readonly Finding[], choice: ChoiceKind, value?: string) => {
    if (findings.length === 0) return;
    setPast([...past, findings.map((finding) => asChoice(finding, finding.choice, finding.value))]);
    line.add(findings.map((finding) => asChoice(finding, choice, value)));
  };
  const undo = (): string | undefined => {
    const last = past.at(-1);
    if (!last) return undefined;
    setPast(past.slice(0, -1));
    line.add(last);
    const finding = roster.findings.find(
      (each) => each.cell === last[0]?.cell && each.code === last[0]?.code && each.sheet === last[0]?.sheet,
    );
    return finding && findingKey(finding);
  };
  return { choose, undo, saving: line.saving };
}
