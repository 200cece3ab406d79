// @everyday
/** What is written twice says the same twice: entities, the migrated schema and its picture; events and subscribers. */
import { DataSource } from 'typeorm';
import { sql } from '#platform/database';
import { definedEvents, EventRegistry } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { dataModelNow, drawDataModel } from '../support/schema/data-model.ts';
import { databaseForSuite } from '../support/database.ts';
import { ownedEntities } from '../support/schema/entities.ts';
import { entityFaults, schemaColumns } from '../support/schema/schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

const faults = async () => {
  const source = app.get(DataSource);
  return entityFaults(await schemaColumns(source), await ownedEntities(), source.entityMetadatas);
};

describe('the entities', () => {
  it('are one for each table, with each of its columns as the database has it', async () => {
    expect(await faults()).toEqual([]);
  });

  it('are asked for where a table or a column has none', async () => {
    await app.database.rows(sql`create table strangers (id uuid primary key)`);
    await app.database.rows(sql`alter table holidays add column kept_for text[]`);
    await app.database.rows(sql`alter table offices drop column holder`);
    await app.database.rows(sql`alter table offices alter column name type varchar(80)`);
    expect(await faults()).toEqual([
      'Table strangers has no entity: write one beside the use cases that write the table, and list it in <module>.entities.ts',
      "src/modules/organization/references/holiday.entity.ts: Holiday lacks the column kept_for: add @Column('text', { array: true, nullable: true }) keptFor!: ...",
      'src/modules/organization/offices/office.entity.ts: no migration makes the column holder of Office.holder',
      'src/modules/organization/offices/office.entity.ts: Office.name has type text, the database varchar',
      'src/modules/organization/offices/office.entity.ts: Office.name has length null, the database 80',
    ]);
  });
});

it('docs/data-model.md shows the tables as they are; else run `npm run docs:data-model`', async () => {
  expect(dataModelNow()).toBe(await drawDataModel(await databaseForSuite()));
});

describe('the events', () => {
  it('have each a subscriber, or are told to be for the audit trail only', () => {
    const registry = app.get(EventRegistry);
    const events = [...definedEvents().values()];
    expect(events.length).toBeGreaterThan(20);
    expect(
      events
        .filter((event) => !event.auditOnly && registry.subscribersOf(event.name).length === 0)
        .map((event) => event.name),
    ).toEqual([]);
  });

  it('that are for the audit trail only have no subscriber', () => {
    const registry = app.get(EventRegistry);
    const heard = [...definedEvents().values()].filter(
      (event) => event.auditOnly && registry.subscribersOf(event.name).length > 0,
    );
    expect(heard.map((event) => event.name)).toEqual([]);
  });
});
