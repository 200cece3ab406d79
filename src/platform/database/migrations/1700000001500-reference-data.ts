import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import { indicatorSeeds } from './indicator-seeds.ts';

const START = '[2022-01-01,)';
const GUIDANCE = 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1';
const COMMITTEE = 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 3';

/** What the guidance of 2022 lays down for every team and committee, as dated rules without a unit: they hold everywhere. */
const rules = [
  ['team.min_members', 'team', 'min_members', null, null, 3, null, GUIDANCE],
  ['team.leader', 'team', 'role_count', 'leader', null, 1, 1, GUIDANCE],
  ['team.deputy', 'team', 'role_count', 'deputy', null, 1, null, GUIDANCE],
  ['team.hamlet_head', 'team', 'affiliation', null, 'hamlet_head', 1, null, GUIDANCE],
  ['team.youth_union', 'team', 'affiliation', null, 'youth_union', 1, null, GUIDANCE],
  ['committee.commune_chair', 'committee', 'affiliation', null, 'commune_chair', 1, null, COMMITTEE],
  ['committee.youth_union', 'committee', 'affiliation', null, 'youth_union', 1, null, COMMITTEE],
] as const;

export class ReferenceData1700000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const seed of indicatorSeeds) {
      await runner.query(
        `insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, dimensions, target, typed, validity) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '${START}')`,
        [
          seed.code,
          seed.name,
          seed.nameEn,
          seed.unit,
          seed.unitEn,
          seed.pillar,
          seed.aggregation,
          JSON.stringify(seed.dimensions),
          seed.target,
          seed.typed,
        ],
      );
    }
    for (const [code, subject, kind, role, affiliation, min, max, citation] of rules) {
      await runner.query(
        `insert into composition_rules (id, code, subject, kind, role, affiliation, min, max, citation, validity) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '${START}')`,
        [v7(), code, subject, kind, role, affiliation, min, max, citation],
      );
    }
    // {district} falls away by itself where no district stands above the team's unit.
    await runner.query(
      `insert into group_name_templates (id, template, name_max, validity) values ($1, 'CNS-{hamlet}-{commune}-{district}', 100, '[2022-01-01,)')`,
      [v7()],
    );
    await runner.query(
      `insert into period_rules (id, window_start_day, due_before_day, validity) values ($1, 15, 25, '${START}')`,
      [v7()],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from period_rules; delete from group_name_templates; delete from composition_rules; delete from indicators`,
    );
  }
}
