/** What is written of a form: kept two seconds after the last change; what another has written meanwhile is refused, never lost here. */
import { useEffect, useState } from 'react';
import { faultsOf } from '#contracts/questions/faults';
import { personalWarnings } from '#contracts/questions/personal';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { Form, FormQuestion } from './form-facts.ts';

const KEEP_AFTER_MS = 2_000;

interface Written {
  title: string;
  questions: FormQuestion[];
}

export function useFormDraft(form: Form) {
  const [written, setWritten] = useState<Written>({ title: form.title, questions: form.questions });
  const [kept, setKept] = useState<Written>(written);
  const [{ edit, at }, setEdit] = useState({ edit: form.edit, at: form.written.at });
  const isKept = kept === written;
  const save = useCommand({
    send: (input: Written, header) =>
      client.PUT('/forms/{formId}', { params: { path: { formId: form.id }, header }, body: { edit, ...input } }),
    touches: ['/units/{unitId}/forms'],
    done: (answer, input) => {
      setKept(input);
      setEdit({ edit: answer.edit, at: answer.written.at });
    },
  });
  const { mutate, isPending } = save;
  useEffect(() => {
    if (isKept || isPending || written.title.trim().length < 3) return;
    const timer = setTimeout(() => mutate(written), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written, isKept, isPending, mutate]);
  const set = (questions: FormQuestion[]) => setWritten((now) => ({ ...now, questions }));
  const change = (id: string, part: Partial<FormQuestion>) =>
    set(written.questions.map((question) => (question.id === id ? tidied({ ...question, ...part }) : question)));
  return {
    written,
    edit,
    keptAt: at,
    isKept,
    set,
    change,
    rename: (title: string) => setWritten({ ...written, title }),
  };
}
export type FormDraft = ReturnType<typeof useFormDraft>;

/** Fields without a value are absent, as the contract has them; a label that is being written may be empty. */
const tidied = (question: FormQuestion): FormQuestion => ({
  ...(Object.fromEntries(
    Object.entries(question).filter(([, value]) => value !== undefined && value !== ''),
  ) as FormQuestion),
  label: question.label,
});

export interface ShownFault {
  question: string | null;
  text: string;
}

/** What keeps it from being asked, as the server says it. */
export const formFaults = (t: Translate, form: Form, questions: readonly FormQuestion[]): ShownFault[] => [
  ...faultsOf(questions).map(({ question, code, params }) => ({ question, text: t(`question.fault.${code}`, params) })),
  ...personalWarnings(questions).map(({ question, code }) => ({ question, text: t(`question.personal.${code}`) })),
  ...form.versionFaults.map(({ question, code }) => ({ question, text: t(`question.version.${code}`) })),
];
