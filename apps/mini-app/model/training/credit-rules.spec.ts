import { trainingMemberRoutes } from '#contracts/training/members';
import { creditErrors, creditInput, type CreditForm } from './credit-rules.ts';

const TODAY = '2022-11-18';
const whole: CreditForm = {
  course: ' Kỹ năng số cơ bản ',
  organiser: 'Nền tảng học trực tuyến',
  topicCode: 'public_services',
  hours: '2,5',
  completedOn: '2022-11-18',
  link: 'https://hoc.example/chung-chi/1',
};
const wrong = (change: Partial<CreditForm>, photos = 0) => creditErrors({ ...whole, ...change }, photos, TODAY);

it('sends what the server takes', () => {
  expect(wrong({})).toEqual({});
  expect(creditInput(whole)).toEqual({ ...trainingMemberRoutes.recordCredit.body.parse(creditInput(whole)) });
  expect(creditInput(whole)).toMatchObject({ course: 'Kỹ năng số cơ bản', hours: 2.5 });
  expect(creditInput({ ...whole, link: '' }).proofUrl).toBeNull();
});

it('needs a proof: a link or a photo', () => {
  expect(wrong({ link: '' })).toEqual({ proof: 'tr.form.need.proof' });
  expect(wrong({ link: '' }, 1)).toEqual({});
  for (const link of ['hoc.example', 'javascript:alert(1)', 'https://x', 'https://a b.example'])
    expect(wrong({ link }, 1)).toEqual({ link: 'tr.form.need.link' });
});

it('says what is missing, field by field', () => {
  expect(wrong({ course: ' x ', organiser: '', topicCode: '' })).toEqual({
    course: 'tr.form.need.name',
    organiser: 'tr.form.need.name',
    topicCode: 'tr.form.need.topic',
  });
  for (const hours of ['', '0', '-1', '201', 'hai']) expect(wrong({ hours })).toEqual({ hours: 'tr.form.need.hours' });
  for (const completedOn of ['', '2022-11-19'])
    expect(wrong({ completedOn })).toEqual({ completedOn: 'tr.form.need.on' });
});
