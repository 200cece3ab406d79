import { certificateData } from './certificate-data.ts';
import { sheetData, type SheetPerson, type SheetSession } from '../../attendance/sheets/sheet-data.ts';

const ref = (fullName: string, position: string | null = null) => ({ id: fullName, fullName, position });
const person = (fullName: string, team: string | null, state = 'seated', place: number | null = null) =>
  ({
    person: ref(fullName),
    team: team === null ? null : { id: team, name: team },
    state,
    place,
    answeredAt: null,
    acknowledged: true,
  }) as SheetPerson;
const session: SheetSession = {
  title: 'Ký số cho tổ',
  topic: 'Dịch vụ công trực tuyến',
  language: 'vi',
  startsAt: '2022-11-22T07:00:00.000Z',
  endsAt: '2022-11-22T09:30:00.000Z',
  place: 'Nhà văn hóa Thôn 1',
  onlineUrl: null,
  commune: { id: 'c', kind: 'commune', name: 'Minh Sơn', fullName: 'Xã Minh Sơn' },
  provider: { id: 'p', name: 'Viễn thông' },
  trainer: ref('Lê Văn Ấn'),
  capacity: 30,
};
const invited = [
  person('Nguyễn Văn Dũng', 'Thôn 10'),
  person('Trần Thị Ân', 'Thôn 2'),
  person('Lê Thị An', 'Thôn 2', 'waiting', 2),
  person('Đỗ Văn Ổn', null, 'invited'),
  person('Hoàng Văn Bình', 'Thôn 2', 'declined'),
];

describe('the sheet', () => {
  it('has teams by their numbers and people by their given names, without those who do not come', () => {
    const rows = sheetData(session, invited).groups.map(({ name, people }) => [
      name,
      people.map((one) => `${one.name}: ${one.note}`),
    ]);
    expect(rows).toEqual([
      ['Thôn 2', ['Lê Thị An: Đang chờ, thứ 2', 'Trần Thị Ân: Đã nhận chỗ']],
      ['Thôn 10', ['Nguyễn Văn Dũng: Đã nhận chỗ']],
      ['Người được mời riêng', ['Đỗ Văn Ổn: Chưa trả lời']],
    ]);
  });

  it("says the time on Viet Nam's clock, and both days of a session over midnight", () => {
    const timeOf = (changes: Partial<SheetSession>) => sheetData({ ...session, ...changes }, invited).facts[1]?.value;
    expect(timeOf({})).toBe('14:00 - 16:30, Thứ Ba, 22/11/2022');
    expect(timeOf({ endsAt: '2022-11-22T17:30:00.000Z' })).toBe('14:00, Thứ Ba, 22/11/2022 - 0:30, Thứ Tư, 23/11/2022');
  });

  it('has empty lines for the seats that are free, but never too few nor a pile', () => {
    expect(sheetData({ ...session, capacity: 16 }, invited).blanks).toBe(12);
    expect(sheetData({ ...session, capacity: 4 }, invited).blanks).toBe(8);
    expect(sheetData({ ...session, capacity: 2000 }, invited).blanks).toBe(20);
  });

  it('of an online session names no place', () => {
    const online = sheetData(
      { ...session, place: null, onlineUrl: 'https://phong-hoc.example', language: 'en' },
      invited,
    );
    expect(online.facts[2]).toEqual({ label: 'Place', value: 'Online' });
  });
});

describe('the certificate', () => {
  const facts = {
    code: '7K3M-9QX2-AB4T-0PYZ',
    fullName: 'Nguyễn Thị Ổn',
    title: 'Thanh toán điện tử',
    provider: 'Viễn thông',
    hours: 2.5,
    heldOn: '2022-11-22',
    issuedAt: new Date('2022-11-22T18:00:00Z'),
    commune: 'Xã Minh Sơn',
    place: 'Minh Sơn',
  };

  it('names hours, day and place, the code in four groups, and where to ask', () => {
    expect(certificateData(facts, 'vi', 'https://to-so.example/')).toMatchObject({
      fullName: 'Nguyễn Thị Ổn',
      details: 'Thời lượng 2,5 giờ, ngày 22/11/2022, Xã Minh Sơn',
      issued: 'Minh Sơn, ngày 23 tháng 11 năm 2022',
      code: '7K3M 9QX2 AB4T 0PYZ',
      address: 'to-so.example/app/#/chung-nhan',
    });
  });

  it('has another picture for another code', () => {
    const qr = (code: string) => certificateData({ ...facts, code }, 'vi', 'https://to-so.example').qr;
    expect(qr('7K3M-9QX2-AB4T-0PYZ')).toMatch(/^<svg /);
    expect(qr('7K3M-9QX2-AB4T-0PY0')).not.toBe(qr('7K3M-9QX2-AB4T-0PYZ'));
  });
});
