import { signInHere, serverNow } from '../../testing/phone.ts';

signInHere([]);
await import('../words/more-words.ts');
const { ready } = await import('./words.ts');
await ready;
const { learnServerTime } = await import('../clock.ts');
learnServerTime(serverNow);
const { hourText, howLong, movedTexts, whenText } = await import('./times.ts');
const { setLang } = await import('../words/words.ts');

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const afternoon = { startsAt: '2022-11-22T07:00:00.000Z', endsAt: '2022-11-22T09:30:00.000Z' };
const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
const where = { place: 'Nhà văn hóa Thôn 1' };
afterEach(() => setLang('vi'));

it("says when in Viet Nam's clock, as the design has it", async () => {
  expect(plain(whenText(afternoon))).toBe('Thứ Ba, 2 giờ chiều (14:00) đến 4 giờ 30 chiều (16:30)');
  expect(plain(howLong(afternoon))).toBe('Còn 4 ngày');
  await setLang('en');
  expect(plain(whenText(afternoon))).toMatch(/^Tuesday, 14:00/);
});

it('counts down to today, to the hour and past it', () => {
  expect(howLong(at('2022-11-19T01:00:00.000Z', '2022-11-19T03:00:00.000Z'))).toBe('Ngày mai');
  expect(howLong(at('2022-11-18T07:00:00.000Z', '2022-11-18T09:00:00.000Z'))).toBe('Hôm nay');
  expect(howLong(at('2022-11-18T00:00:00.000Z', '2022-11-18T02:00:00.000Z'))).toBe('Đang diễn ra');
  expect(howLong(at('2022-11-17T00:00:00.000Z', '2022-11-17T02:00:00.000Z'))).toBe('Đã xong');
});

it('names what of time and place is new, and nothing else', () => {
  const now = { ...afternoon, ...where };
  expect(movedTexts(now, now)).toEqual([]);
  expect(movedTexts(now, { ...now, startsAt: '2022-11-22T06:30:00.000Z' }).map(plain)).toEqual([
    'Đổi giờ: 2 giờ chiều (14:00) thay cho 1 giờ 30 chiều (13:30)',
  ]);
  const [day, place] = movedTexts(now, { ...now, startsAt: '2022-11-21T07:00:00.000Z', place: null }).map(plain);
  expect(day).toBe('Đổi ngày: Thứ Ba 22/11, 2 giờ chiều (14:00) thay cho Thứ Hai 21/11, 2 giờ chiều (14:00)');
  expect(place).toBe('Đổi địa điểm: Nhà văn hóa Thôn 1 thay cho Học trực tuyến');
});

it.each([
  ['2022-11-22T01:00:00.000Z', '8 giờ sáng'],
  ['2022-11-22T00:30:00.000Z', '7 giờ 30 sáng'],
  ['2022-11-22T04:15:00.000Z', '11 giờ 15 trưa'],
  ['2022-11-22T06:20:00.000Z', '1 giờ 20 chiều (13:20)'],
  ['2022-11-22T12:30:00.000Z', '7 giờ 30 tối (19:30)'],
])('says which half of the day %s is', (at, words) => {
  expect(plain(hourText(at))).toBe(words);
});
