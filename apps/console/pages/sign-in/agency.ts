/**
 * To the agency's page and back. What was begun is kept by this tab alone: an answer that it has not asked for, or of another
 * browser, is not sent on.
 */
import { client } from '../../api/client.ts';
import { deviceName } from '../second-factor/device-name.ts';

const key = 'to-so.agency';

export async function goToAgency(): Promise<void> {
  const { data, error } = await client.POST('/session/agency/start');
  if (!data) throw error;
  sessionStorage.setItem(key, data.ticket);
  location.assign(data.url);
}

export interface AgencyAnswer {
  answer: string;
  ticket: string;
}

/** What this page was opened with, once; the address is tidied, so that a reload does not ask again. */
export function takeAgencyAnswer(): AgencyAnswer | undefined {
  const { search, pathname, hash } = location;
  const query = new URLSearchParams(search);
  if (!query.has('state') || !(query.has('code') || query.has('error'))) return undefined;
  const ticket = sessionStorage.getItem(key) ?? '';
  sessionStorage.removeItem(key);
  history.replaceState(null, '', pathname + hash);
  return ticket ? { answer: search.slice(1), ticket } : undefined;
}

export async function enterByAgency(back: AgencyAnswer) {
  const { data, error } = await client.POST('/session/agency', { body: { ...back, device: deviceName() } });
  if (!data) throw error;
  return data;
}
