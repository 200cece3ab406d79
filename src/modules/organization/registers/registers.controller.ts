import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ListRegisters } from './list-registers.ts';
import { RecordOcopProduct } from './record-ocop-product.ts';
import { RecordRegister } from './record-register.ts';

@Controller()
export class RegistersController {
  constructor(
    private readonly list: ListRegisters,
    private readonly recordRegister: RecordRegister,
    private readonly products: RecordOcopProduct,
  ) {}

  @Handle(routes.listRegisters)
  registers(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listRegisters>,
  ) {
    return this.list.registers(actor, unitId, query);
  }

  @Handle(routes.setRegister)
  async setRegister(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setRegister>,
  ) {
    await this.recordRegister.execute(actor, unitId, input);
    return this.list.register(actor, unitId, input.asOf);
  }

  @Handle(routes.listOcopProducts)
  ocopProducts(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listOcopProducts>,
  ) {
    return this.list.products(actor, unitId, query);
  }

  @Handle(routes.addOcopProduct)
  async addOcopProduct(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.addOcopProduct>,
  ) {
    return this.list.product(actor, unitId, await this.products.add(actor, unitId, input));
  }

  @Handle(routes.changeOcopProduct)
  async changeOcopProduct(
    @CurrentActor() actor: Actor,
    @PathId('productId') productId: string,
    @Input() input: RouteBody<typeof routes.changeOcopProduct>,
  ) {
    const unitId = await this.products.change(actor, productId, input);
    return this.list.product(actor, unitId, productId);
  }

  @Handle(routes.endOcopProduct)
  endOcopProduct(
    @CurrentActor() actor: Actor,
    @PathId('productId') productId: string,
    @Input() input: RouteBody<typeof routes.endOcopProduct>,
  ) {
    return this.products.end(actor, productId, input);
  }

  @Handle(routes.listOcopProduct)
  async listOcopProduct(
    @CurrentActor() actor: Actor,
    @PathId('productId') productId: string,
    @Input() input: RouteBody<typeof routes.listOcopProduct>,
  ) {
    const unitId = await this.products.list(actor, productId, input);
    return this.list.product(actor, unitId, productId);
  }
}
