import { roles } from '#contracts/enums';
import { actions, roleMay } from '#contracts/actions';
import { rolesWithAllOf } from './rising.ts';

it('compares right by right: a post with any that another lacks is more', () => {
  expect(rolesWithAllOf('admin')).toEqual(['admin']);
  expect(rolesWithAllOf('province_officer')).toEqual(['province_officer']);
  expect(rolesWithAllOf('district_officer').toSorted()).toEqual(['district_officer', 'province_officer']);
  const committee = ['committee_member', 'focal_officer'];
  for (const role of roles)
    for (const other of rolesWithAllOf(role)) {
      if (committee.includes(role) && committee.includes(other)) continue;
      const lacks = Object.keys(actions).filter(
        (action) => roleMay(role, action as keyof typeof actions) && !roleMay(other, action as keyof typeof actions),
      );
      expect([role, other, lacks]).toEqual([role, other, []]);
    }
});
