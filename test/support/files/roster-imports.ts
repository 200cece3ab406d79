/** Communes that import lists, and the calls of an import as an officer's screen makes them. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { writeWorkbook, type CellValue } from '#documents';
import { sql } from '#platform/database';
import { minhSonRegister } from '../../../apps/demo/seed/minh-son-people.ts';
import { untidyChoices } from '../../../apps/demo/seed/untidy-workbook.ts';
import type { TestApp } from '../app.ts';
import { buildMember, buildOfficer, buildTeam } from '../people.ts';
import { header, sheetOf, team } from './rosters.ts';
import { buildPlace, type Place } from '../units.ts';

export interface Commune extends Place {
  /** Of its focal officer. */
  token: string;
}

export interface WrittenMember {
  hamlet: string;
  full_name: string;
  role: string;
  position: string | null;
  affiliation: string;
  e164: string;
  from: string;
  person_id: string;
}

export const decision = { number: '42/QĐ-UBND', signedOn: '2022-04-13', signer: 'Chủ tịch UBND xã' };
export const fileOf = (rows: (CellValue | undefined)[][]) => writeWorkbook([sheetOf(rows)]);
export const tidyFile = (changes: Record<string, CellValue> = {}) => fileOf([header, ...team(changes)]);

/** How the officer settles the untidy list, as the API takes it. */
export const typedChoices = Object.entries(untidyChoices).map(([key, choice]) => {
  const [cell = '', code = ''] = key.split('#');
  return {
    cell,
    code,
    choice: choice.act === 'type' ? ('typed' as const) : choice.act,
    ...(choice.act === 'type' && { value: choice.value }),
  };
});

export class Officers {
  constructor(private readonly app: TestApp) {}

  async commune(hamlets = 12, commune = 'Minh Sơn'): Promise<Commune> {
    const place = await buildPlace(this.app, { hamlets, commune });
    const { token } = await buildOfficer(this.app, { role: 'focal_officer', unitId: place.communeId });
    return { ...place, token };
  }

  /** Session of another officer of the commune. */
  async colleague({ communeId }: Commune): Promise<string> {
    return (await buildOfficer(this.app, { role: 'committee_member', unitId: communeId })).token;
  }

  /** The register of Minh Sơn before its list arrives: 43 people in 11 teams. */
  async register({ hamletIds }: Commune): Promise<void> {
    for (const [i, { people }] of minhSonRegister().entries()) {
      const teamId = await buildTeam(this.app, { unitId: hamletIds[i] ?? '' });
      for (const { phone, fullName, role, position } of people)
        await buildMember(this.app, {
          teamId,
          fullName,
          role,
          position,
          phone: `+84${phone.slice(1)}`,
          signedIn: false,
        });
    }
  }

  upload({ token, communeId }: Commune, body: Buffer, fileName = 'danh-sach.xlsx') {
    return this.app.call(routes.uploadRoster, { token, params: { unitId: communeId }, query: { fileName }, body });
  }

  choose({ token }: Commune, importId: string, choices: object[]) {
    return this.app.call(routes.chooseInRoster, { token, params: { importId }, body: { choices } });
  }

  confirm({ token }: Commune, importId: string, body: object = {}) {
    return this.app.call(routes.confirmRoster, { token, params: { importId }, body, key: randomUUID() });
  }

  gaps({ token }: Commune, importId: string, signedOn = decision.signedOn) {
    return this.app.call(routes.rosterGaps, { token, params: { importId }, query: { signedOn } });
  }

  /** With the decision, by an officer who has seen what teams lack. */
  async activate(commune: Commune, importId: string, more: object = {}) {
    const { body } = await this.gaps(commune, importId);
    const knowsOfGaps = body.map(({ key }: { key: string }) => key);
    return this.confirm(commune, importId, { decision, knowsOfGaps, ...more });
  }

  look({ token }: Commune, importId: string) {
    return this.app.call(routes.getRosterImport, { token, params: { importId } });
  }

  discard({ token }: Commune, importId: string) {
    return this.app.call(routes.discardRoster, { token, params: { importId } });
  }

  original({ token }: Pick<Commune, 'token'>, importId: string) {
    return this.app.call(routes.originalRoster, { token, params: { importId } });
  }

  annotated({ token }: Commune, importId: string) {
    return this.app.call(routes.annotatedRoster, { token, params: { importId } });
  }

  /** Uploads and confirms. */
  async import(commune: Commune, file: Buffer, body: object = {}) {
    return this.confirm(commune, (await this.upload(commune, file)).body.id, body);
  }

  /** Memberships without an end, hamlet by hamlet. */
  membersOf(communeId: string): Promise<WrittenMember[]> {
    return this.app.database.rows(
      sql`select v.name as hamlet, p.full_name, m.role, m.position, m.affiliation, h.e164, lower(m.validity)::text as from,
        p.id as person_id
         from unit_closure c join teams t on t.unit_id = c.descendant_id join unit_versions v on v.unit_id = t.unit_id
         join team_members m on m.team_id = t.id and upper_inf(m.validity) join people p on p.id = m.person_id
         left join phones h on h.person_id = p.id and h.is_primary where c.ancestor_id = ${communeId} order by v.name, p.full_name`,
    );
  }
}
