import { Controller, StreamableFile } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadImports } from './read-imports.ts';
import { blankUnitList } from './read-unit-list.ts';
import { TakeBackImport } from './take-back-import.ts';

@Controller()
export class UnitImportsController {
  constructor(
    private readonly read: ReadImports,
    private readonly takeBack: TakeBackImport,
  ) {}

  @Handle(routes.unitListForm)
  async form() {
    const file = await blankUnitList();
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('Danh mục đơn vị.xlsx')}`;
    return new StreamableFile(file, { type: routes.unitListForm.produces, length: file.length, disposition });
  }

  @Handle(routes.unitImports)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.execute(actor, unitId);
  }

  @Handle(routes.takeBackUnitImport)
  back(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string, @PathId('importId') importId: string) {
    return this.takeBack.execute(actor, unitId, importId);
  }
}
