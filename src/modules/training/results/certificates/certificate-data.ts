/** What a certificate says, in the language of its session; pure. */
import type { PrintedCertificate } from '#documents';
import { dateInVietnam, dayOf, fill, formatDate, formatNumber, type Lang, monthOf, yearOf } from '#i18n';
import { placeAndDate } from '#i18n/decree-dates';
import { documentsEn } from '#i18n/server/documents.en';
import { documentsVi } from '#i18n/server/documents.vi';
import { qrSvg } from '#qr';
import type { CertificateRow } from './certificate-store.ts';

export type CertificateFacts = Pick<
  CertificateRow,
  'code' | 'fullName' | 'title' | 'provider' | 'hours' | 'heldOn' | 'issuedAt'
> & {
  commune: string;
  /** Where it is given, as documents name the place: "Minh Sơn". */
  place: string;
};

/** @param publicUrl where the mini-app stands: whoever scans the code asks there */
export function certificateData(facts: CertificateFacts, language: Lang, publicUrl: string): PrintedCertificate {
  const words = language === 'vi' ? documentsVi : documentsEn;
  const page = `${publicUrl.replace(/\/$/, '')}/app/#/chung-nhan`;
  const issuedOn = dateInVietnam(facts.issuedAt);
  return {
    provider: facts.provider,
    fullName: facts.fullName,
    // The paper stands for the day: what the person is today is not of it.
    position: '',
    title: facts.title,
    details: fill(words['certificate.details'], {
      hours: formatNumber(facts.hours, language),
      date: formatDate(facts.heldOn, language, { withYear: true, long: true }),
      commune: facts.commune,
    }),
    issued: language === 'vi' ? placeAndDate(facts.place, issuedOn) : issuedInEnglish(issuedOn),
    code: facts.code.replaceAll('-', ' '),
    address: page.replace(/^https?:\/\//, ''),
    qr: qrSvg(`${page}/${facts.code}`, { border: 0, repair: 'medium' }),
    words: {
      heading: words['certificate.heading'],
      headingEn: words['certificate.headingEn'],
      certifies: words['certificate.certifies'],
      completed: words['certificate.completed'],
      check: words['certificate.check'],
      revocable: words['certificate.revocable'],
    },
  };
}

function issuedInEnglish(on: string): string {
  return fill(documentsEn['certificate.issued'], { day: dayOf(on), month: monthOf(on), year: yearOf(on) });
}
