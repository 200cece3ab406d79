/** What a course elsewhere needs before it is sent; pure. The same rules as the server's. */
import type { CreditInput } from '#client';
import type { TrainingKey } from '#i18n/mini-app/training.vi';

export interface CreditForm {
  course: string;
  organiser: string;
  topicCode: string;
  hours: string;
  completedOn: string;
  link: string;
}
export type CreditErrors = Partial<Record<keyof CreditForm | 'proof', TrainingKey>>;

const hoursOf = (typed: string): number => Number(typed.trim().replace(',', '.'));
const isLink = (text: string): boolean => /^https?:\/\/[^\s.]+\.[^\s]+$/i.test(text);

export function creditErrors(form: CreditForm, photos: number, today: string): CreditErrors {
  const errors: CreditErrors = {};
  const hours = hoursOf(form.hours);
  if (form.course.trim().length < 2) errors.course = 'tr.form.need.name';
  if (form.organiser.trim().length < 2) errors.organiser = 'tr.form.need.name';
  if (!form.topicCode) errors.topicCode = 'tr.form.need.topic';
  if (!(hours >= 0.5 && hours <= 200)) errors.hours = 'tr.form.need.hours';
  if (!form.completedOn || form.completedOn > today) errors.completedOn = 'tr.form.need.on';
  if (form.link.trim() && !isLink(form.link.trim())) errors.link = 'tr.form.need.link';
  else if (!form.link.trim() && photos === 0) errors.proof = 'tr.form.need.proof';
  return errors;
}

export const creditInput = (form: CreditForm): CreditInput => ({
  course: form.course.trim().normalize('NFC'),
  organiser: form.organiser.trim().normalize('NFC'),
  topicCode: form.topicCode,
  hours: hoursOf(form.hours),
  completedOn: form.completedOn,
  proofUrl: form.link.trim() || null,
});
