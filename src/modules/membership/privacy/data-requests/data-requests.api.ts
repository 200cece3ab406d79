import { Injectable } from '@nestjs/common';
import { requestCode } from '#contracts/privacy/request-kinds';
import { Database, sql } from '#platform/database';
import { DataRequest } from './data-request.entity.ts';
import { ErasingSeconds } from './erasing/erasing-seconds.ts';

/** What is told of a request: neither a name nor a word of it. */
export interface DataRequestInfo
  extends Pick<
    DataRequest,
    'id' | 'unitId' | 'personId' | 'kind' | 'dueOn' | 'ownerId' | 'outcome' | 'stops' | 'eraseOn'
  > {
  /** "YC-0031" */
  code: string;
}

/** What other modules may ask of requests about data. */
@Injectable()
export class DataRequestsApi {
  constructor(
    private readonly database: Database,
    private readonly erasing: ErasingSeconds,
  ) {}

  async info(id: string): Promise<DataRequestInfo | undefined> {
    const row: (Omit<DataRequestInfo, 'code'> & Pick<DataRequest, 'no'>) | null = await this.database.manager.findOne(
      DataRequest,
      {
        select: {
          id: true,
          unitId: true,
          no: true,
          personId: true,
          kind: true,
          dueOn: true,
          ownerId: true,
          outcome: true,
          stops: true,
          eraseOn: true,
        },
        where: { id },
      },
    );
    return row ? { ...row, code: requestCode(row.no) } : undefined;
  }

  /** Who could say as the second that the person is erased; nobody where it is not asked for. */
  async seconds(id: string): Promise<string[]> {
    const row = await this.database.one<Pick<DataRequest, 'unitId' | 'personId' | 'eraseAskedBy'>>(
      sql`select unit_id as "unitId", person_id as "personId", erase_asked_by as "eraseAskedBy" from data_requests
        where id = ${id} and outcome is null`,
    );
    return row?.eraseAskedBy ? this.erasing.of(row, row.eraseAskedBy) : [];
  }
}
