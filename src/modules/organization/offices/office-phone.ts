import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface OfficePhone {
  /** '0512 345 678': what is shown and called. */
  text: string;
  /** The number of a person rather than of an office: a mobile one that somebody can have. */
  isPersonal: boolean;
}

/** The number of an office as it is kept; null for what nobody can call. Numbers 051x are assigned to nobody. */
export function readOfficePhone(text: string): OfficePhone | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/\([^)\d]*\)/g, '')
    .trim();
  const parsed = parsePhoneNumberFromString(tidy, 'VN');
  if (!parsed?.isValid() || parsed.country !== 'VN') return null;
  const national = `0${parsed.nationalNumber}`;
  const isPersonal = parsed.getType() === 'MOBILE' && !national.startsWith('051');
  return { text: `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`.trim(), isPersonal };
}
