import { type ContactCard, type TeamDetail, take } from '#client';
import '../words/more-words.ts';
import { api } from '../api.ts';
import { showToast } from './speak.ts';
import { read, write } from '../local.ts';
import { communeOf, post } from '../sign-in/session.ts';
import { errorText } from '../refusals.ts';
import { t } from '../words/words.ts';

/** Asks the server for the number (which logs the look) and hands it to the phone's dialler. */
export async function callPerson(person: { id: string; fullName: string }): Promise<void> {
  try {
    const { phones } = await take(
      api.POST('/people/{personId}/phones/reveal', {
        params: { path: { personId: person.id } },
        body: { purpose: 'call_about_task' },
      }),
    );
    const phone = phones.find((one) => one.primary) ?? phones[0];
    if (phone) keepForLater(person, phone.e164);
    if (phone) location.href = `tel:${phone.e164}`;
    else showToast(t('call.noNumber', { name: person.fullName }));
  } catch (error) {
    showToast(errorText(error) ?? t('call.failed'));
  }
}

/** The office of a unit as it was last told: whom and when one reaches there, without a network too. */
interface KeptOffice extends Pick<ContactCard, 'office' | 'phone' | 'holder' | 'hours'> {
  unitId: string;
}
const keptOffice = (unitId: string): KeptOffice | undefined => {
  const kept = read<KeptOffice>('snapshot.office');
  return kept?.unitId === unitId ? kept : undefined;
};

async function askOffice(unitId: string): Promise<KeptOffice> {
  const { office, phone, holder, hours } = await take(
    api.GET('/units/{unitId}/contact', { params: { path: { unitId } } }),
  );
  const card = { unitId, office, phone, holder, hours };
  write('snapshot.office', card);
  return card;
}

/** "Lê Quang Hải nghe máy. 7:00 đến 11:30"; empty where the card says neither. */
export const reachText = ({ holder, hours }: Partial<Pick<Helper, 'holder' | 'hours'>>): string =>
  [holder && t('call.holder', { name: holder }), hours && t('call.hours', { hours })].filter(Boolean).join('. ');

export function officeReach(unitId: string): string {
  const kept = keptOffice(unitId);
  return kept?.phone ? reachText(kept) : '';
}

/** The office of a unit: its number belongs to a post, not to a person, so nothing is logged. */
export async function callOffice(unitId: string): Promise<void> {
  const card = await askOffice(unitId).catch(() => keptOffice(unitId));
  if (!card) return showToast(t('call.failed'));
  const { phone, office } = card;
  if (!phone) return showToast(t('call.noNumber', { name: office }));
  const reach = reachText(card);
  if (reach) showToast(reach);
  location.href = `tel:${phone}`;
}

/** Whom a phone that was signed out can still call: by name, the number is dialled and never shown. */
export interface Helper {
  name: string;
  phone: string;
  leader?: boolean;
  /** Of an office: who answers there and when. */
  holder?: string | null;
  hours?: string | null;
}
export const helper = (): Helper | undefined => read('helper');

/** The number has just gone into the phone's own list of calls. */
function keepForLater({ id, fullName }: { id: string; fullName: string }, phone: string): void {
  const team = read<TeamDetail>(`snapshot.team.${post.value?.team?.id ?? ''}`);
  const leads = team?.members.some(({ person, role, me }) => person.id === id && role === 'leader' && !me);
  if (leads) write('helper', { name: fullName, phone, leader: true } satisfies Helper);
}

/** The office's number is public; a leader who was called before is nearer. */
export async function keepOffice(): Promise<void> {
  const commune = communeOf(post.value);
  if (!commune) return;
  const { office: name, phone, holder, hours } = await askOffice(commune.id);
  if (phone && !helper()?.leader) write('helper', { name, phone, holder, hours } satisfies Helper);
}
