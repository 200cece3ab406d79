import { actions, roleMay, type Action } from '#contracts/actions';
import type { Role } from '#contracts/enums';
import { visibleItems } from './nav-items.ts';

const menu = (role: Role, commune: boolean) =>
  visibleItems((action: Action) => action in actions && roleMay(role, action), commune).map((item) => item.to);

describe('the menu', () => {
  it('of a focal officer has everything of a commune', () => {
    expect(menu('focal_officer', true)).toEqual([
      '/',
      '/takeover',
      '/dashboard',
      '/teams',
      '/assignments',
      '/forms',
      '/results',
      '/training',
      '/reports',
      '/difficulties',
      '/documents',
      '/registers',
      '/units',
      '/reforms',
      '/officers',
      '/committee',
      '/offices',
      '/providers',
      '/recipients',
      '/rules',
      '/past-years',
      '/channels',
      '/data-requests',
      '/log',
    ]);
  });

  it('of an administrator has the units', () => {
    expect(menu('admin', false)).toContain('/units');
  });

  it('of a district officer has communes and no results to confirm', () => {
    expect(menu('district_officer', false)).toEqual([
      '/',
      '/dashboard',
      '/communes',
      '/assignments',
      '/forms',
      '/training',
      '/report-board',
      '/difficulties',
      '/documents',
      '/registers',
      '/committee',
      '/providers',
      '/recipients',
      '/past-years',
      '/channels',
    ]);
  });

  it('of a trainer has what a provider does, and nothing of an office', () => {
    expect(menu('trainer', false)).toEqual([
      '/training',
      '/training/door',
      '/training/coverage',
      '/training/cards',
      '/joint-work',
      '/difficulties',
      '/providers',
    ]);
  });

  it('leaves out what the post has no right to', () => {
    expect(visibleItems((action) => action === 'assignment.read', true).map((item) => item.to)).toEqual([
      '/',
      '/assignments',
    ]);
  });
});
