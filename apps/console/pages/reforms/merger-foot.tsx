import { client, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type MergerForm, newHamletName, type Reform, type Rehearsal } from './merger-form.ts';
import { ReformFoot } from './reform-foot.tsx';
import { useReformActs, type Write } from './use-reform-acts.ts';

type MergerInput = Schemas['MergerInput'];
interface FootProps {
  unitId: string;
  reform: Reform | null;
  state: { form: MergerForm; changed: boolean };
  /** Of the two hamlets. */
  names: readonly string[];
  /** "thôn", "khu phố": of the first one. */
  type: string;
  rehearsal: {
    data: Rehearsal | undefined;
    isFetching: boolean;
    refetch: () => Promise<{ data: Rehearsal | undefined }>;
  };
}

const writeTo =
  (unitId: string): Write<MergerInput> =>
  (reform, input, header) =>
    reform
      ? client.PUT('/reorganisations/{reorganisationId}', {
          params: { path: { reorganisationId: reform.id }, header },
          body: { ...input, version: reform.version },
        })
      : client.POST('/units/{unitId}/reorganisations', { params: { path: { unitId }, header }, body: input });

function useInput({ state, names, type }: FootProps): MergerInput | null {
  const { t } = useI18n();
  const { one, two, name: typed, onDate, directiveId, leaderId, leavingIds } = state.form;
  const name = typed.trim();
  const [a = '', b = ''] = names;
  if (!one || !two || !name) return null;
  return {
    title: t('reforms.m.titleOf', { a, b, c: newHamletName(type, name) }),
    hamletIds: [one, two],
    type,
    name,
    onDate,
    ...(directiveId && { directiveId }),
    ...(leaderId && { leaderId }),
    leavingIds: [...leavingIds],
  };
}

export function MergerFoot(props: FootProps) {
  const { unitId, reform, state, rehearsal } = props;
  const acts = useReformActs(reform, writeTo(unitId));
  return (
    <ReformFoot
      reform={reform}
      input={useInput(props)}
      onDate={state.form.onDate}
      form={state.form}
      changed={state.changed}
      blocks={rehearsal.data?.blocks.length}
      asking={rehearsal.isFetching}
      again={async () => (await rehearsal.refetch()).data?.blocks.length}
      acts={acts}
      into={reform?.merger?.into ?? null}
    />
  );
}
