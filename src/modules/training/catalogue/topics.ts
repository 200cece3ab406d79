import type { TrainingTopicGroup } from '#contracts/training/training-states';

export interface Topic {
  /** Persisted: add, never rename. */
  code: string;
  title: string;
  titleEn: string;
  group: TrainingTopicGroup;
  /** Usual length, hours. */
  hours: number;
}

/** The five that every team is trained in: section 4 of the guidance. */
const ofTeams: Topic[] = [
  { code: 'policy', title: 'Chủ trương, chính sách', titleEn: 'Policy', group: 'team', hours: 2 },
  { code: 'it_use', title: 'Ứng dụng CNTT', titleEn: 'Using IT', group: 'team', hours: 3 },
  { code: 'digital_skills', title: 'Kỹ năng dịch vụ số', titleEn: 'Digital service skills', group: 'team', hours: 3 },
  {
    code: 'public_services',
    title: 'Dịch vụ công trực tuyến',
    titleEn: 'Online public services',
    group: 'team',
    hours: 3,
  },
  { code: 'utilities', title: 'Tiện ích số', titleEn: 'Digital utilities', group: 'team', hours: 2 },
];

/** What telecom companies and the post teach to teams, businesses, households and citizens: the same section. */
const wide: Topic[] = [
  {
    code: 'contact_authorities',
    title: 'Tương tác với cơ quan nhà nước',
    titleEn: 'Dealing with authorities online',
    group: 'wide',
    hours: 2,
  },
  {
    code: 'e_payment',
    title: 'Mở tài khoản, thanh toán điện tử',
    titleEn: 'Accounts and electronic payment',
    group: 'wide',
    hours: 2,
  },
  { code: 'e_health', title: 'Y tế số', titleEn: 'Digital health', group: 'wide', hours: 2 },
  {
    code: 'e_learning',
    title: 'Giáo dục, học trực tuyến',
    titleEn: 'Education and online learning',
    group: 'wide',
    hours: 2,
  },
  {
    code: 'e_commerce',
    title: 'Bán nông sản trên sàn thương mại điện tử',
    titleEn: 'Selling farm products on marketplaces',
    group: 'wide',
    hours: 3,
  },
  { code: 'online_safety', title: 'An toàn trên mạng', titleEn: 'Staying safe online', group: 'wide', hours: 2 },
];

export const topics: readonly Topic[] = [...ofTeams, ...wide];
