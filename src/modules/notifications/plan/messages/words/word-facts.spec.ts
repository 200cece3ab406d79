import { wordMessage } from './word-message.ts';

const now = new Date('2022-11-18T00:05:00Z');
const order = {
  title: '3 sản phẩm OCOP lên sàn',
  issuer: 'Xã Minh Sơn',
  work: 'Cùng bà con chụp ảnh, viết lời giới thiệu.',
  dueOn: '2022-11-24',
  replyBy: '2022-11-21',
};

it('says how much, until when, why and by when to answer, each in a line', () => {
  const params = { ...order, target: 5, unit: 'sản phẩm', basis: 'Công văn 577/STTTT-CNTT ngày 28/3/2022' };
  expect(wordMessage('taskAssigned', params, 'vi', now).body).toBe(
    'Cần: 5 sản phẩm\nHạn: hết ngày 24/11 (thứ Năm)\nVì sao: Xã Minh Sơn giao, theo Công văn 577/STTTT-CNTT ngày 28/3/2022\n\n' +
      'Cùng bà con chụp ảnh, viết lời giới thiệu.\n\nTổ trả lời giúp xã chậm nhất hết ngày 21/11.',
  );
});

it('says of an order for products how many the commune has and how many are missing', () => {
  const first = (change: object, language: 'vi' | 'en' = 'vi') =>
    wordMessage('taskAssigned', { ...order, target: 3, unit: 'sản phẩm', ...change }, language, now).body.split(
      '\n',
    )[0];
  expect(first({ products: { registered: 5, missing: 3 } })).toBe('Cần: đủ 5 / 5, còn thiếu 3');
  expect(first({ products: { registered: 9, missing: 6 } })).toBe('Cần: 3 sản phẩm, xã còn thiếu 6 / 9');
  expect(first({ products: { registered: 5, missing: 3 } }, 'en')).toBe('Needed: all 5 of 5, 3 are missing');
});

it('leaves out what is not known, as in messages of earlier versions', () => {
  expect(wordMessage('taskAssigned', order, 'vi', now).body).toMatch(
    /^Hạn: hết ngày 24\/11 \(thứ Năm\)\nVì sao: Xã Minh Sơn giao\n\nCùng/,
  );
  expect(wordMessage('extensionAnswered', { title: 'Việc', dueOn: '2022-11-24' }, 'vi', now)).toEqual({
    title: 'Xã đã trả lời xin lùi hạn: Việc',
    body: 'Hạn: hết ngày 24/11 (thứ Năm)',
  });
});

it('says what came back and why, and whether more time was given', () => {
  const returned = { ...order, team: 'Tổ Thôn 1', reasons: ['photo_unclear'] as const, reason: 'Chụp lại ảnh' };
  expect(wordMessage('taskReturned', returned, 'vi', now).body).toMatch(
    /^Lý do: .+\. Chụp lại ảnh\nGửi lại: chậm nhất hết ngày 24\/11\n\nSố Tổ Thôn 1 đã ghi vẫn còn, sửa không cộng thêm\.$/,
  );
  const asked = { title: 'Việc', dueOn: '2022-11-30', granted: true, reason: 'Cố gắng nhé' };
  expect(wordMessage('extensionAnswered', asked, 'vi', now)).toEqual({
    title: 'Xã đồng ý lùi hạn: Việc',
    body: 'Hạn: hết ngày 30/11 (thứ Tư)\nXã ghi: Cố gắng nhé',
  });
  expect(wordMessage('extensionAnswered', { ...asked, granted: false }, 'en', now).title).toBe(
    'More time is not given: Việc',
  );
});
