/** The decision that sets up teams, by decree 30/2020, with its list as an appendix. Pure. */
import type { SigningCapacity } from '#contracts/reporting/report-states';
import type { TeamRole } from '#contracts/enums';
import { type Block, decreeMargins, type Paragraph, type TableRow, type TextDocument, textWidth } from '#documents';
import { placeAndDate, twoDigits } from '#i18n/decree-dates';
import { placeInside } from '#i18n/places';
import {
  appendixTitle,
  attachedTo,
  chairLine,
  chairSignature,
  END_MARK,
  issuerLines,
  letterhead,
  line,
  numberLine,
  officeName,
  recipientLines,
  roman,
  signingBlock,
  titleBlock,
} from './decree-30.ts';

export interface TeamDecisionPaper {
  unit: { name: string; fullName: string };
  /** Its month; the day is left open for the registry. */
  issuedOn: string;
  office: {
    symbol: string;
    capacity: SigningCapacity;
    signerPost: string;
    signer: string | null;
    place: string | null;
    recipients: readonly string[];
    drafter?: string | null;
  };
  /** Whole sentences' middles: what stands behind "Căn cứ". */
  bases: readonly string[];
  proposer: string | null;
  teams: readonly {
    name: string;
    groupName: string | null;
    members: readonly { fullName: string; position: string | null; role: TeamRole }[];
  }[];
}

const OPEN = '…………………………';
const TEAM = 'Tổ công nghệ số cộng đồng';
const roleWords: Record<TeamRole, string> = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên' };
/** Numbers and letters of reports ("BC-UBND") with the kind of a decision. */
const symbolOf = (symbol: string): string => `QĐ-${symbol.split('-').slice(1).join('-') || 'UBND'}`;
/** A hamlet's name inside a sentence; a team that is called "Tổ ..." keeps its own name. */
const calledBy = (name: string): string => (name.startsWith('Tổ ') ? name : `${TEAM} ${placeInside(name)}`);

export function abstractOfDecision({ unit, teams }: Pick<TeamDecisionPaper, 'unit' | 'teams'>): string {
  const place = placeInside(unit.fullName);
  const [only] = teams;
  return teams.length === 1 && only
    ? `Về việc thành lập ${calledBy(only.name)}, ${place}`
    : `Về việc thành lập các ${TEAM} trên địa bàn ${place}`;
}

export function teamDecision(paper: TeamDecisionPaper): TextDocument {
  const { unit, office } = paper;
  const symbol = symbolOf(office.symbol);
  const articles = articlesOf(paper);
  return {
    title: `Quyết định ${abstractOfDecision(paper).replace('Về', 'về')}`,
    size: 14,
    leading: 2,
    margins: { ...decreeMargins },
    draft: null,
    blocks: [
      ...letterhead({
        issuer: issuerLines(unit.fullName),
        number: numberLine(undefined, symbol),
        placeAndDate: placeAndDate(office.place ?? unit.name, paper.issuedOn),
      }),
      ...titleBlock('QUYẾT ĐỊNH', abstractOfDecision(paper)),
      line(chairLine(unit.fullName), { bold: true, size: 14 }, { before: 14, keepNext: true }),
      ...basesOf(paper),
      line('QUYẾT ĐỊNH:', { bold: true, size: 14 }, { before: 14, keepNext: true, heading: 2 }),
      ...articles.map((text, i) => article(i + 1, text, i === articles.length - 1)),
      signingBlock({
        recipients: recipientLines(office.recipients, `Như Điều ${articles.length}`, office.drafter),
        signature: chairSignature(office.capacity, office.signerPost),
        signer: office.signer,
      }),
      ...appendix(paper, symbol),
    ],
  };
}

function basesOf({ bases, proposer }: TeamDecisionPaper): Paragraph[] {
  const known = bases.length > 1 ? bases : [...bases, OPEN];
  const lines = [...known.map((base) => `Căn cứ ${base};`), `Theo đề nghị của ${proposer ?? OPEN}.`];
  return lines.map((words, i) =>
    line(words, { italic: true }, { align: 'justify', firstLine: 12.7, before: i === 0 ? 12 : 6 }),
  );
}

function articlesOf({ unit, teams }: TeamDecisionPaper): string[] {
  const place = placeInside(unit.fullName);
  const people = teams.reduce((sum, { members }) => sum + members.length, 0);
  const listed = 'có tên trong danh sách kèm theo Quyết định này';
  const [only] = teams;
  const isOne = teams.length === 1 && only !== undefined;
  const whom = isOne ? calledBy(only.name) : `${twoDigits(teams.length)} ${TEAM}`;
  const setUp = isOne
    ? `Thành lập ${whom}, ${place}, gồm ${twoDigits(people)} thành viên ${listed}.`
    : `Thành lập ${whom} trên địa bàn ${place}, với ${twoDigits(people)} thành viên ${listed}.`;
  const subject = isOne ? TEAM : `Các ${TEAM}`;
  const group = teams.some(({ groupName }) => groupName)
    ? ` ${isOne ? 'Tổ' : 'Mỗi Tổ'} lập một nhóm để trao đổi hằng ngày và báo cáo nhanh, đặt tên như trong danh sách.`
    : '';
  return [
    setUp,
    `${subject} tuyên truyền chủ trương, chính sách về chuyển đổi số; trực tiếp hướng dẫn người dân, hộ kinh doanh, doanh nghiệp trên địa bàn dùng dịch vụ công trực tuyến, nền tảng số và dịch vụ số; chịu sự hướng dẫn, theo dõi, chỉ đạo của Ban chỉ đạo chuyển đổi số ${place}. Tổ trưởng phân công nhiệm vụ cho từng thành viên.${group}`,
    'Quyết định này có hiệu lực kể từ ngày ký.',
    `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Ban chỉ đạo chuyển đổi số ${place}, các đơn vị, cá nhân có liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`,
  ];
}

/** Nobody signs a page on which nothing stands: the last article goes with the signature. */
function article(number: number, text: string, isLast: boolean): Paragraph {
  return {
    kind: 'paragraph',
    runs: [{ text: `Điều ${number}. `, bold: true }, { text: isLast ? `${text}${END_MARK}` : text }],
    align: 'justify',
    firstLine: 12.7,
    before: 6,
    ...(isLast && { keepNext: true }),
  };
}

const NUMBER = 12;
const ROLE = 30;
const NAME = 55;

function appendix({ unit, issuedOn, teams }: TeamDecisionPaper, symbol: string): Block[] {
  const single = teams.length === 1;
  const head = attachedTo({
    kind: 'Quyết định',
    number: undefined,
    symbol,
    issuedOn,
    office: `Chủ tịch ${officeName(unit.fullName)}`,
  });
  return [
    { kind: 'part' },
    line(appendixTitle(0, 1), { bold: true, size: 14 }, { keepNext: true, heading: 2 }),
    line(
      `DANH SÁCH THÀNH VIÊN ${single ? '' : 'CÁC '}${TEAM.toLocaleUpperCase('vi')}`,
      { bold: true, size: 14 },
      { keepNext: true },
    ),
    line(head, { italic: true, size: 14 }, { keepNext: true }),
    {
      kind: 'table',
      widths: [NUMBER, NAME, textWidth - NUMBER - NAME - ROLE, ROLE],
      size: 13,
      aligns: ['center', 'left', 'left', 'left'],
      header: [
        ['TT', 'Họ và tên', 'Chức vụ, đơn vị', 'Nhiệm vụ trong Tổ'].map((text) => ({
          text,
          bold: true,
          align: 'center',
        })),
      ],
      groups: teams.map((team, i) => groupOf(team, i)),
      before: 12,
    },
  ];
}

function groupOf({ name, groupName, members }: TeamDecisionPaper['teams'][number], index: number): TableRow[] {
  const group = groupName ? `; tên nhóm: ${groupName}` : '';
  const title = `${calledBy(name)} (${twoDigits(members.length)} người${group})`;
  return [
    [{ text: roman(index + 1), bold: true }, { text: title, bold: true, across: 3 }, null, null],
    ...members.map(
      ({ fullName, position, role }, i): TableRow => [
        { text: String(i + 1) },
        { text: fullName },
        { text: position ?? '' },
        { text: roleWords[role] },
      ],
    ),
  ];
}
