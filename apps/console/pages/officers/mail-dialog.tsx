import { useRef } from 'react';
import { MOST_INVITES_AT_ONCE } from '#contracts/notifications/most-invites';
import { uuid } from '#client/uuid';
import { client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { inParts, type Outcome, type Preview } from '../../ui/bulk/outcome.ts';
import { postPaths } from './use-posts.ts';

export interface Invited {
  id: string;
  fullName: string;
  position: string | null;
  hasEmail: boolean;
}

/** A letter is no message of the installation's own: it goes by e-mail to whoever has an address. */
function previewOf(people: readonly Invited[]): Preview {
  const told = people.filter(({ hasEmail }) => hasEmail);
  const left = people.filter(({ hasEmail }) => !hasEmail);
  return {
    count: told.length,
    people: told.length,
    routes: told.length > 0 ? [{ route: 'email', people: told.length }] : [],
    told: told.map(({ id, fullName, position }) => ({
      id,
      name: fullName,
      people: [{ person: { id, fullName, position }, isStandIn: false, route: 'email' }],
    })),
    left: left.map(({ id, fullName }) => ({ id, name: fullName, why: 'no_address' })),
    leftCount: left.length,
    holdSeconds: 0,
  };
}

/** Fifty at a time; the same fifty tried again are the same command, so that nobody gets two letters. */
function useMail(people: readonly Invited[]) {
  const i18n = useI18n();
  const { t } = i18n;
  const keys = useRef(new Map<string, string>());
  const refused = (those: Schemas['InvitesMailed']['mailed'], why: string) =>
    those.map(({ id, fullName }) => ({ id, name: fullName, why, again: false }));
  const send = async (personIds: string[]): Promise<Outcome> => {
    const part = personIds.join();
    const key = keys.current.get(part) ?? uuid();
    keys.current.set(part, key);
    const header = { 'Idempotency-Key': key };
    const { data, error } = await client.POST('/invite-mails', { params: { header }, body: { personIds } });
    if (!data) throw error;
    const { mailed, withoutAddress, tooOften } = data;
    const failed = [
      ...refused(withoutAddress, t('bulk.why.no_address')),
      ...refused(tooOften, t('officers.mailOften')),
    ];
    return { done: mailed.length, failed, act: null };
  };
  const lost = (ids: readonly string[], error: unknown) =>
    people
      .filter(({ id }) => ids.includes(id))
      .map(({ id, fullName }) => ({ id, name: fullName, why: problemText(i18n, error), again: true }));
  return (ids: readonly string[], onDone: (n: number) => void) =>
    inParts({ ids, size: MOST_INVITES_AT_ONCE, send, onDone, lost });
}

interface MailProps {
  people: readonly Invited[];
  /** Slips for these people, who got no letter. */
  onPrint: (personIds: readonly string[]) => void;
  onClose: () => void;
}

/** Invites by letter: who gets one, and by name who needs a slip instead. */
export function MailDialog({ people, onPrint, onClose }: MailProps) {
  const { t } = useI18n();
  const preview = previewOf(people);
  const mail = useMail(people);
  const all = preview.told.map(({ id }) => id);
  return (
    <BulkAct
      title={t('officers.mail')}
      label={(n) => t('officers.mailAct', { n })}
      done={(n) => t('officers.mailed', { n })}
      preview={{ data: preview }}
      final={t('officers.mailNote')}
      rest={{ label: t('officers.print'), onAct: ({ failed }) => onPrint(failed.map(({ id }) => id)) }}
      send={async ({ only, onDone }) => ({ data: await mail(only ?? all, onDone), response: new Response() })}
      touches={postPaths}
      onClose={onClose}
    />
  );
}
