/** Teams and a template to concretise: hamlets with these numbers of households. */
import type { PoolTeam } from '../pages/assign/draft.ts';
import type { Template } from '../pages/assign/steps/template-step.tsx';

export const poolTeams = (households: readonly number[]): PoolTeam[] =>
  households.map((count, i) => ({
    id: `t${i + 1}`,
    name: `Thôn ${i + 1}`,
    communeId: 'c',
    communeName: 'Minh Sơn',
    households: count,
    members: 4,
    openTasks: 0,
    tooFew: false,
  }));

export const template: Template = {
  code: 'NV03',
  title: 'Nộp hồ sơ',
  titleEn: '',
  section: '2.2',
  pillar: 'digital_government',
  indicators: [{ code: 'CQ02', name: 'Hồ sơ', nameEn: '', unit: 'hồ sơ', unitEn: '' }],
  evidence: ['count'],
  suggestion: '',
  guide: [],
};
