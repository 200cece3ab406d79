/** A district of three communes with teams, and reforms of them. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { ApplyReform } from '../../../src/modules/organization/reorganisation/running/apply-reform.ts';
import { RehomeReform } from '../../../src/modules/organization/reorganisation/running/rehome-reform.ts';
import { UnitTree } from '../../../src/modules/organization/units/unit-tree.ts';
import type { Answer, TestApp } from '../app.ts';
import { buildDirective, buildVillage, type Village } from '../orders.ts';
import { buildOfficer, type TestPerson } from '../people.ts';

export interface District {
  admin: TestPerson;
  provinceId: string;
  districtId: string;
  directiveId: string;
  /** Minh Sơn, Hợp Lý and Hợp Thắng, of two hamlets each. */
  communes: [Village, Village, Village];
  codes: [string, string, string];
}

export const reformNames = ['Minh Sơn', 'Hợp Lý', 'Hợp Thắng'] as const;

export async function buildDistrict(app: TestApp): Promise<District> {
  const first = await buildVillage(app, { commune: reformNames[0] });
  const { districtId, provinceId } = first;
  const second = await buildVillage(app, { commune: reformNames[1], districtId });
  const third = await buildVillage(app, { commune: reformNames[2], districtId });
  const communes: District['communes'] = [first, second, third];
  const rows = await app.database.rows<{ id: string; code: string }>(
    sql`select unit_id as id, code from unit_versions where unit_id = any(${communes.map(({ communeId }) => communeId)}::uuid[])`,
  );
  const code = ({ communeId }: Village) => rows.find(({ id }) => id === communeId)?.code ?? '';
  return {
    admin: await buildOfficer(app, { role: 'admin', unitId: provinceId }),
    provinceId,
    districtId,
    directiveId: await buildDirective(app, provinceId, '1686/NQ-UBTVQH15'),
    communes,
    codes: [code(first), code(second), code(third)],
  };
}

let drawn = 70_000;

export class Reforming {
  id = '';
  version = 1;

  constructor(
    private readonly app: TestApp,
    readonly district: District,
    readonly onDate: string,
    /** That of the commune which is new in `draft`: no two units of a country have one code. */
    readonly newCode = String((drawn += 1)),
  ) {}

  async call(
    route: (typeof routes)[keyof typeof routes],
    more: { query?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> {
    const answer = await this.app.call(route, {
      token: this.district.admin.token,
      params: { reformId: this.id, unitId: this.district.provinceId },
      ...more,
      ...(more.body !== undefined && !Buffer.isBuffer(more.body) && { key: randomUUID() }),
    });
    if (typeof answer.body?.version === 'number' && answer.body.id) this.version = answer.body.version;
    return answer;
  }

  async create(changes: Record<string, unknown> = {}): Promise<Answer> {
    const { onDate, district } = this;
    const body = { title: 'Sắp xếp xã', onDate, directiveId: district.directiveId, ...changes };
    const answer = await this.call(routes.createReform, { body });
    this.id = answer.body.id ?? '';
    return answer;
  }

  load(rows: readonly string[], query: Record<string, string> = {}): Promise<Answer> {
    const head = 'Mã cũ,Tên đơn vị cũ,Mã mới,Tên đơn vị mới,Toàn bộ hay một phần';
    return this.call(routes.loadReformList, {
      body: Buffer.from([head, ...rows].join('\n')),
      query: { version: String(this.version), ...query },
    });
  }

  edit(...edits: object[]): Promise<Answer> {
    return this.call(routes.editReform, { body: { version: this.version, edits } });
  }

  schedule(): Promise<Answer> {
    return this.call(routes.scheduleReform, { body: { version: this.version } });
  }

  async blocks(): Promise<string[]> {
    const { body } = await this.call(routes.listReformFindings, { query: { limit: '200' } });
    return body.items.filter(({ blocks }: { blocks: boolean }) => blocks).map(({ code }: { code: string }) => code);
  }

  /** The line of a unit of the day. */
  async at(name: string): Promise<number> {
    const { body } = await this.call(routes.reformLines, { query: { limit: '200' } });
    const line = body.items.find(
      (one: { name: string; kind: string }) => one.name === name && /create|keep/.test(one.kind),
    );
    return line?.position ?? 0;
  }

  /** Minh Sơn and Hợp Lý whole, and one hamlet of Hợp Thắng, become Triệu Sơn; its other one goes with Hợp Tiến, which is new. */
  async draft(): Promise<void> {
    const [a, b, c] = this.district.codes;
    await this.create();
    await this.load([
      `${a},Xã Minh Sơn,${a},Xã Triệu Sơn,Toàn bộ`,
      `${b},Xã Hợp Lý,${a},Xã Triệu Sơn,Toàn bộ`,
      `${c},Xã Hợp Thắng,${a},Xã Triệu Sơn,Một phần`,
      `${c},Xã Hợp Thắng,${this.newCode},Xã Hợp Tiến,Một phần`,
    ]);
  }

  async settle(): Promise<{ merged: number; rest: number }> {
    const [merged, rest] = [await this.at('Triệu Sơn'), await this.at('Hợp Tiến')];
    const [one, two] = this.district.communes[2].hamletIds;
    await this.edit(
      { do: 'answer', positions: [merged], as: 'new' },
      { do: 'allot', hamletIds: [one], intoPosition: merged },
      { do: 'allot', hamletIds: [two], intoPosition: rest },
    );
    return { merged, rest };
  }

  /** The new unit of that name, once it is there. */
  async unit(name: string): Promise<string> {
    const [row] = await this.app.database.rows<{ id: string }>(
      sql`select l.unit_id as id from reorganisation_lines l join reorganisations r on r.id = l.reorganisation_id and r.version = l.version
        where r.id = ${this.id} and l.name = ${name} and l.kind = 'create'`,
    );
    return row?.id ?? '';
  }
}

/** The day comes: the tree turns, what is due begins, and everything follows it. */
export async function reformDay(app: TestApp, day: string): Promise<void> {
  app.clock.set(new Date(`${day}T03:00:00Z`));
  await app.get(UnitTree).turn();
  await app.get(ApplyReform).run();
  await app.drain();
  await app.get(RehomeReform).run();
}
