import { Checkbox } from '@mantine/core';

interface Props {
  /** That the decision names. */
  teams: number;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether an act on a decision is for all teams that it names; nothing to choose where it names one. */
export const EverywhereBox = ({ teams, onChange, ...more }: Props) =>
  teams > 1 && <Checkbox {...more} onChange={(event) => onChange(event.currentTarget.checked)} />;
