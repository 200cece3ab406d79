import { z } from 'zod';
import { readPhones } from '../../people/people/phones.ts';

/** What somebody signs in with, in the one form under which it is looked up and counted. */
export type Login = { kind: 'email' | 'phone'; value: string };

const address = z.email();
/** Nothing but a number as people write it: any other sign would give one number many names. */
const NUMBER = /^\+?[\d\s().-]{8,24}$/;

/** Undefined for what is neither an e-mail address nor one phone number. */
export function readLogin(text: string): Login | undefined {
  const tidy = text.normalize('NFKC').trim();
  if (tidy.includes('@')) {
    const value = tidy.toLowerCase();
    return address.safeParse(value).success ? { kind: 'email', value } : undefined;
  }
  if (!NUMBER.test(tidy)) return undefined;
  const { phones } = readPhones(tidy);
  return phones.length === 1 && phones[0] ? { kind: 'phone', value: phones[0].e164 } : undefined;
}
