import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type ChoiceKind, type Finding, type Roster, rowsAsked } from './findings.ts';
import { useBringBack } from './use-bring-back.ts';

interface RowsChoicesProps {
  finding: Finding;
  roster: Roster;
  choose: (findings: readonly Finding[], choice: ChoiceKind) => void;
}

/** Rows that became nobody: right so, or people after all. */
export function RowsChoices({ finding, roster, choose }: RowsChoicesProps) {
  const { t } = useI18n();
  const bring = useBringBack(roster);
  const rows = rowsAsked(roster, finding);
  return (
    <div className="inspector-acts">
      <Button
        leftSection={<Icon name="check" />}
        rightSection={<kbd>Enter</kbd>}
        onClick={() => choose([finding], 'take')}
      >
        {t('import.rows.leave')}
      </Button>
      {rows.length > 0 && (
        <Button variant="default" disabled={bring.isPending} onClick={() => bring.mutate(rows)}>
          {t('import.rows.bring', { n: rows.length })}
        </Button>
      )}
    </div>
  );
}
