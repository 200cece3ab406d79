import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { unitCreated } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { mayStandBelow } from './unit-kinds.ts';
import { Unit, UnitVersion } from './unit.entity.ts';
import { withOwnCode } from './unit-codes.ts';
import { UnitChanges } from './unit-changes.ts';
import { UnitTree } from './unit-tree.ts';
import { rangeText } from './validity.ts';

type Input = RouteBody<typeof routes.createUnit>;

/** A new unit from a day on. The root of the tree is made at the server itself, with the first administrator. */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly tree: UnitTree,
    private readonly changes: UnitChanges,
  ) {}

  async execute(actor: Actor, input: Input): Promise<string> {
    if (!input.parentId) throw organizationErrors.parentNotFound({ path: 'parentId' });
    await this.scope.require(actor, 'unit.manage', { unitId: input.parentId });
    return withOwnCode(this.database, 'code', () => this.database.tx((tx) => this.insert(tx, input, actor)));
  }

  /** Also used by imports, inside their own transaction and with their own rights. */
  async insert(tx: Tx, input: Input, actor?: Actor): Promise<string> {
    const id = await this.place(tx, input);
    const entered = { unitId: id, kind: 'create', onDate: input.from, basis: input.basis ?? null } as const;
    if (actor) await this.changes.enter(tx, actor, [entered]);
    await this.outbox.append(
      tx,
      unitCreated({ unitId: id }, { unitId: id, changes: { kind: input.kind, name: input.name } }),
      actor,
    );
    return id;
  }

  /** The unit alone: the caller says who entered it. */
  async place(tx: Tx, input: Input): Promise<string> {
    await this.checkParent(tx, input);
    const id = v7();
    await tx.insert(Unit, { id, kind: input.kind, validity: rangeText(input.from) });
    await tx.insert(UnitVersion, {
      id: v7(),
      unitId: id,
      name: input.name,
      type: input.type,
      code: input.code ?? null,
      parentId: input.parentId ?? null,
      validity: rangeText(input.from),
      basis: input.basis ?? null,
    });
    await this.tree.place(tx, [id]);
    return id;
  }

  private async checkParent(tx: Tx, { kind, parentId, from }: Input): Promise<void> {
    if (!parentId) {
      if (!mayStandBelow(kind, undefined)) throw organizationErrors.wrongParentKind({ path: 'parentId', kind });
      return;
    }
    const [parent] = await rowsOf<Pick<Unit, 'kind'>>(
      tx,
      sql`select kind from units where id = ${parentId} and validity @> ${from}::date`,
    );
    if (!parent) throw organizationErrors.parentNotFound({ path: 'parentId' });
    if (!mayStandBelow(kind, parent.kind))
      throw organizationErrors.wrongParentKind({ path: 'parentId', kind, parent: parent.kind });
  }
}
