/** Several units end on one day, by one document; those in which something still stands are named, each with the way to it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { Answer } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct, type Run } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, type Outcome } from '../../ui/bulk/outcome.ts';
import { useRefused, without } from '../../ui/bulk/refused.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { PaperField } from '../rules/paper-field.tsx';
import { BasisField, FromField, UnitsField } from './fields.tsx';
import { touches } from './unit-forms.tsx';
import type { Part } from './unit-tree.tsx';

type UnitRef = Schemas['UnitRef'];

interface CloseProps {
  /** What they stand in. */
  unit: UnitRef;
  parts: readonly Part[];
  /** Its committee ends hamlets of its own: by a directive, and it is told above. */
  own: boolean;
  onClose: () => void;
}
interface Asked {
  unitIds: string[];
  to: string;
  successorIds: string[];
}

function useSeen({ unit, own }: CloseProps, asked: Asked) {
  const path = { unitId: unit.id };
  const key = own ? '/units/{unitId}/hamlets/close/preview' : '/units/{unitId}/units/close/preview';
  const query = usePreview([key, path, asked], () => client.POST(key, { params: { path }, body: asked }));
  return { query, refused: (query.data as Schemas['ClosingsPreview'] | undefined)?.refused ?? [] };
}

/** One in which something stands is looked at by itself. */
function useLeft(refused: ReturnType<typeof useSeen>['refused'], onClose: () => void) {
  const { t } = useI18n();
  const told = useRefused();
  return told(refused).map((one) => ({
    ...one,
    link: (
      <Link to="/units" search={{ unit: one.id }} className="strong-link" onClick={onClose}>
        {t('units.closeAlone')}
      </Link>
    ),
  }));
}

interface Sent {
  asked: Asked;
  refused: ReturnType<typeof useSeen>['refused'];
  directiveId: string | null;
  basis: string;
}

function useSend({ unit, own }: CloseProps, { asked, refused: left, directiveId, basis }: Sent) {
  const told = useRefused();
  return async ({ only, header }: Run): Promise<Answer<Outcome>> => {
    const params = { path: { unitId: unit.id }, header };
    const those = { ...asked, unitIds: only ? [...only] : without(asked.unitIds, left) };
    const answer = own
      ? await client.POST('/units/{unitId}/hamlets/close', {
          params,
          body: { ...those, directiveId: directiveId ?? '' },
        })
      : await client.POST('/units/{unitId}/units/close', { params, body: { ...those, basis: basis.trim() } });
    return asOutcome(answer, ({ closed, refused, act }) => ({ done: closed, failed: told(refused), act }));
  };
}

export function CloseMany(props: CloseProps) {
  const { unit, parts, own, onClose } = props;
  const { t } = useI18n();
  const { me } = useIdentity();
  const [to, setTo] = useState<string>(me.today);
  const [heirs, setHeirs] = useState<UnitRef[]>([]);
  const [directiveId, setDirective] = useState<string | null>(null);
  const [basis, setBasis] = useState('');
  const unitIds = parts.map(({ id }) => id);
  const asked = { unitIds, to, successorIds: heirs.map(({ id }) => id) };
  const { query, refused } = useSeen(props, asked);
  const left = useLeft(refused, onClose);
  const send = useSend(props, { asked, refused, directiveId, basis });
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return (
    <BulkAct
      danger
      title={t('units.closeManyTitle', { n: parts.length })}
      label={(n) => t('units.closeManyAct', { n })}
      done={(n) => t('units.closeManyDone', { n })}
      preview={query}
      alsoLeft={left}
      ready={own ? directiveId !== null : basis.trim() !== ''}
      send={send}
      touches={touches}
      onClose={onClose}
    >
      <FromField label={t('units.closeDay')} value={to} onChange={setTo} />
      <UnitsField
        label={t('units.closeInto')}
        description={t('units.closeManyInto')}
        kinds={kinds}
        except={unitIds}
        value={heirs}
        onChange={setHeirs}
      />
      {own ? (
        <PaperField value={directiveId} onChange={setDirective} />
      ) : (
        <BasisField unitId={unit.id} value={basis} onChange={setBasis} />
      )}
      <p className="caption">{t(own ? 'units.told' : 'units.closeManyNote')}</p>
    </BulkAct>
  );
}
