import { take } from '#client';
import '../more-words.ts';
import { api } from '../api.ts';
import { showToast } from './speak.ts';
import { t } from '../words.ts';

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
    if (phone) location.href = `tel:${phone.e164}`;
    else showToast(t('call.noNumber', { name: person.fullName }));
  } catch {
    showToast(t('call.failed'));
  }
}

/** The office of a unit: its number belongs to a post, not to a person, so nothing is logged. */
export async function callOffice(unitId: string): Promise<void> {
  try {
    const card = await take(api.GET('/units/{unitId}/contact', { params: { path: { unitId } } }));
    if (card.phone) location.href = `tel:${card.phone}`;
    else showToast(t('call.noNumber', { name: card.office }));
  } catch {
    showToast(t('call.failed'));
  }
}
