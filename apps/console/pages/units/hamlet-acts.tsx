/** Which of a hamlet's forms is open, and whether it is the commune's own. */
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { Version } from './course.ts';
import {
  AddHamletForm,
  CloseHamletForm,
  CorrectHamletForm,
  HamletBackForm,
  RenameHamletForm,
} from './hamlet-forms.tsx';

type Unit = Schemas['Unit'];

/** A commune and its hamlets, for its committee: administrators have the forms of all units. */
export function useOwnHamlets({ kind }: Pick<Unit, 'kind'>): boolean {
  const { may } = useIdentity();
  return may('hamlet.manage') && !may('unit.manage') && (kind === 'commune' || kind === 'hamlet');
}

interface Props {
  form: { what: string; from?: string; line?: Version };
  unit: Unit;
  onClose: () => void;
}

export function HamletForms({ form: { what, from, line }, unit, onClose }: Props) {
  if (what === 'add') return <AddHamletForm unit={unit} onClose={onClose} />;
  if (what === 'rename') return <RenameHamletForm unit={unit} onClose={onClose} />;
  if (what === 'close') return <CloseHamletForm unit={unit} onClose={onClose} />;
  if (line) return <CorrectHamletForm unit={unit} line={line} onClose={onClose} />;
  return <HamletBackForm unit={unit} from={from ?? null} onClose={onClose} />;
}
