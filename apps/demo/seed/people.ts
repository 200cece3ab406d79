/**
 * Invented people: common given names put together by a fixed sequence, with numbers of the range 051x that is
 * assigned to nobody. The same seed gives the same people at every start.
 */
const families = [
  'Nguyễn',
  'Lê',
  'Trịnh',
  'Trần',
  'Phạm',
  'Hoàng',
  'Đỗ',
  'Vũ',
  'Bùi',
  'Hà',
  'Lưu',
  'Mai',
  'Đinh',
  'Cao',
  'Ngô',
  'Quách',
];
const womensMiddles = ['Thị', 'Thị Thu', 'Thị Ngọc', 'Thị Thanh', 'Thị Kim'];
const mensMiddles = ['Văn', 'Đình', 'Xuân', 'Đức', 'Quang', 'Hữu', 'Bá'];
const womensNames = [
  'Hoa',
  'Hợi',
  'Hằng',
  'Lan',
  'Mai',
  'Ngân',
  'Thắm',
  'Ấu',
  'Quyên',
  'Hương',
  'Oanh',
  'Tuyết',
  'Yến',
  'Thảo',
  'Hiền',
  'Lý',
  'Phượng',
];
const mensNames = [
  'Thịnh',
  'Khoa',
  'Toàn',
  'Lực',
  'Trường',
  'Quý',
  'Dũng',
  'Hải',
  'Tuấn',
  'Ẩn',
  'Ổn',
  'Cường',
  'Sơn',
  'Phúc',
  'Đạt',
  'Kiên',
  'Thắng',
];

/** A small fixed sequence of numbers in [0, 1): the mulberry32 generator. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface PersonSeed {
  fullName: string;
  phone: string;
}

export class People {
  private readonly next: () => number;
  private phones = 0;

  /** `block` (0 to 9999) keeps the phone numbers of two groups apart. */
  constructor(
    seed: number,
    private readonly block: number,
  ) {
    this.next = sequence(seed);
  }

  person(): PersonSeed {
    const woman = this.next() < 0.55;
    const parts = [
      this.pick(families),
      this.pick(woman ? womensMiddles : mensMiddles),
      this.pick(woman ? womensNames : mensNames),
    ];
    return { fullName: parts.join(' '), phone: this.phone() };
  }

  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  private phone(): string {
    const digits = `051${String(this.block).padStart(4, '0')}${String(this.phones++).padStart(3, '0')}`;
    return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  }

  private pick(names: readonly string[]): string {
    return names[Math.floor(this.next() * names.length)] ?? '';
  }
}
