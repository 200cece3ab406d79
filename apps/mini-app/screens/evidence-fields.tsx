/** What the order asks for beside the count, and what of it is still missing, before the work is handed in. */
import type { ComponentChildren } from 'preact';
import type { TaskDetail } from '#client';
import type { EvidenceKind } from '#contracts/enums';
import { t } from '../model/words.ts';
import { Field } from '../ui/fields.tsx';
import { Icon } from '../ui/icon.tsx';

export interface EvidenceTyped {
  link?: string;
  codes?: string;
}

interface EvidenceProps {
  task: Pick<TaskDetail, 'evidence'>;
  typed: EvidenceTyped;
  change: (typed: EvidenceTyped) => void;
  missing: readonly EvidenceKind[];
  /** The photos. */
  children: ComponentChildren;
}

export function Evidence({ task, typed, change, missing, children }: EvidenceProps) {
  const asks = (kind: EvidenceKind) => task.evidence.includes(kind);
  return (
    <>
      {(asks('link') || asks('minutes')) && (
        <Field
          kind="text"
          inputMode="url"
          label={t('entry.link')}
          hint={t('entry.link.hint')}
          value={typed.link ?? ''}
          onInput={(link) => change({ link })}
        />
      )}
      {asks('application_codes') && (
        <Field
          kind="text"
          label={t('entry.codes')}
          hint={t('entry.codes.hint')}
          value={typed.codes ?? ''}
          onInput={(codes) => change({ codes })}
        />
      )}
      {children}
      <EvidenceMissing kinds={missing} />
    </>
  );
}

export const evidenceWords = (kinds: readonly EvidenceKind[]): string =>
  kinds.map((kind) => t(`evidence.${kind}`)).join(', ');

function EvidenceMissing({ kinds }: { kinds: readonly EvidenceKind[] }) {
  if (kinds.length === 0) return null;
  return (
    <p class="error" role="status">
      <Icon name="warn" size={18} /> {t('entry.evidenceMissing', { kinds: evidenceWords(kinds) })}
    </p>
  );
}
