/** Choices go to the server one step at a time; each step remembers what it replaced, so Ctrl Z takes it back. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../frame/undo.tsx';
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
  const wanted = new Map(choices.map((choice) => [`${choice.sheet}!${choice.cell}#${choice.code}`, choice]));
  const findings = roster.findings.map((finding) => {
    const choice = wanted.get(findingKey(finding));
    return choice ? { ...finding, choice: choice.choice, value: choice.value ?? null } : finding;
  });
  return { ...roster, findings };
}

export function useChoices(roster: Roster) {
  const i18n = useI18n();
  const [past, setPast] = useState<Choice[][]>([]);
  const queryKey = ['get', '/roster-imports/{importId}', { params: { path: { importId: roster.id } } }];
  const send = useMutation({
    mutationFn: async (choices: Choice[]) => {
      const { data, error } = await client.PATCH('/roster-imports/{importId}', {
        params: { path: { importId: roster.id } },
        body: { choices },
      });
      if (!data) throw error;
      return data;
    },
    onMutate: (choices) => queryClient.setQueryData<Roster>(queryKey, (old) => withChoices(old ?? roster, choices)),
    onSuccess: (answer) => queryClient.setQueryData(queryKey, answer),
    onError: (error) => {
      showNotice(problemText(i18n, error), 'failed');
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  const choose = (findings: readonly Finding[], choice: ChoiceKind, value?: string) => {
    if (findings.length === 0) return;
    setPast([...past, findings.map((finding) => asChoice(finding, finding.choice, finding.value))]);
    send.mutate(findings.map((finding) => asChoice(finding, choice, value)));
  };
  const undo = (): string | undefined => {
    const last = past.at(-1);
    if (!last) return undefined;
    setPast(past.slice(0, -1));
    send.mutate(last);
    const finding = roster.findings.find(
      (each) => each.cell === last[0]?.cell && each.code === last[0]?.code && each.sheet === last[0]?.sheet,
    );
    return finding && findingKey(finding);
  };
  return { choose, undo, saving: send.isPending };
}
